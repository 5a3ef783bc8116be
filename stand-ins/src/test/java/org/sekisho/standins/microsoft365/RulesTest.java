package org.sekisho.standins.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.standins.microsoft365.Courtroom.KEY;
import static org.sekisho.standins.microsoft365.Courtroom.broken;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RulesTest {
  private final Courtroom court = new Courtroom();

  private void expect(String ruleAndError, UnaryOperator<String> change) {
    assertThat(broken(court.judged(change))).containsExactly(ruleAndError);
  }

  private static UnaryOperator<String> replacing(String old, String replacement) {
    return xml -> xml.replace(old, replacement);
  }

  private static UnaryOperator<String> replacingAll(String pattern, String replacement) {
    return xml -> xml.replaceAll(pattern, replacement);
  }

  @Test
  void aResponseThatKeepsEveryRuleIsAccepted() {
    Verdict verdict = court.submit(ResponseSigner.with(KEY).signAssertion(court.sample()));
    assertThat(broken(verdict)).isEmpty();
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.evidence().mfa()).isTrue();
    assertThat(verdict.evidence().warnings()).isEmpty();
  }

  @Test
  void v01RefusesWhatIsNotPostedAsPlainBase64() {
    String encoded =
        Base64.getEncoder().encodeToString(court.sample().getBytes(StandardCharsets.UTF_8));
    assertThat(broken(court.submitEncoded(encoded, false))).containsExactly("V-01 AADSTS75005");
    assertThat(broken(court.submitEncoded("!!", true))).containsExactly("V-01 AADSTS75005");
    assertThat(broken(court.submitEncoded("", true))).containsExactly("V-01 AADSTS75005");
    assertThat(broken(court.submitEncoded("fZHBTsMwDIbvSHuHKPfV", true)))
        .containsExactly("V-01 AADSTS75005");
  }

  @Test
  void v02RefusesWhatIsNoSchemaValidResponse() {
    assertThat(broken(court.submit("<a/>"))).containsExactly("V-02 AADSTS75005");
    assertThat(broken(court.submit("<a"))).containsExactly("V-02 AADSTS75005");
    assertThat(
            broken(
                court.submit(
                    court.sample().replace("</samlp:Status>", "</samlp:Status><samlp:Odd/>"))))
        .containsExactly("V-02 AADSTS75005");
  }

  @Test
  void v02RefusesDocumentTypesAndDeepNesting() {
    String bomb = "<!DOCTYPE a [<!ENTITY e \"x\">]>" + court.sample();
    assertThat(broken(court.submit(bomb))).containsExactly("V-02 AADSTS75005");
    String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThat(broken(court.submit(deep))).containsExactly("V-02 AADSTS75005");
  }

  @Test
  void v02HoldsInTheDocumentedSetToo() {
    court.documentedOnly();
    assertThat(broken(court.submit("<!DOCTYPE a []>" + court.sample())))
        .containsExactly("V-02 AADSTS75005");
  }

  @Test
  void v03ReportsTheStatusOfAFailure() {
    Verdict verdict = court.judged(replacing("status:Success", "status:Responder"));
    assertThat(broken(verdict)).containsExactly("V-03 AADSTS50008");
    assertThat(verdict.failures().get(0).text()).contains("Responder");
  }

  @Test
  void v04RefusesAnotherDestination() {
    expect(
        "V-04 AADSTS50008",
        replacingAll(" Destination=\"[^\"]*\"", " Destination=\"https://other.example/\""));
    court.attempt = court.newAttempt();
    expect("V-04 AADSTS50008", replacingAll(" Destination=\"[^\"]*\"", ""));
  }

  @Test
  void v05RefusesAnIdThatIsUsedTwiceAndOtherVersions() {
    expect("V-05 AADSTS50008", xml -> xml.replaceFirst("Version=\"2.0\"", "Version=\"2.1\""));
    court.attempt = court.newAttempt();
    String signed = ResponseSigner.with(KEY).signAssertion(court.sample());
    String id = signed.replaceFirst("(?s).*<saml:Assertion [^>]*ID=\"([^\"]+)\".*", "$1");
    String foreign =
        "<samlp:Extensions><x:a xmlns:x=\"urn:x\" Id=\""
            + id
            + "\"/></samlp:Extensions><samlp:Status";
    assertThat(broken(court.submit(signed.replaceFirst("<samlp:Status(?= )", foreign))))
        .containsExactly("V-05 AADSTS50008");
  }

  @Test
  void v06RefusesMoreThanOneAssertionAndNone() {
    expect(
        "V-06 AADSTS50008",
        replacingAll(
            "(<saml:Assertion .*</saml:Assertion>)",
            "$1<saml:Assertion ID=\"_second\" Version=\"2.0\" IssueInstant=\"2026-01-01T00:00:00Z\"><saml:Issuer>x</saml:Issuer></saml:Assertion>"));
    assertThat(
            broken(
                court.submit(court.sample().replaceAll("<saml:Assertion .*</saml:Assertion>", ""))))
        .containsExactly("V-06 AADSTS50008");
  }

  @Test
  void v07RefusesAnUnsignedAssertion() {
    assertThat(court.submit(court.sample()).error()).contains("AADSTS50006");
    assertThat(broken(court.submit(court.sample()))).contains("V-07 AADSTS50006");
  }

  @Test
  void v08RefusesSha1() {
    Verdict verdict = court.submit(ResponseSigner.sha1(KEY).signAssertion(court.sample()));
    assertThat(broken(verdict)).contains("V-08 AADSTS50006");
    assertThat(verdict.evidence().signatureIsProven()).isFalse();
  }

  @Test
  void v09RefusesAForeignKeyAlthoughTheMessageCarriesItsCertificate() {
    Verdict verdict =
        court.submit(ResponseSigner.with(Courtroom.FOREIGN_KEY).signAssertion(court.sample()));
    assertThat(broken(verdict)).containsExactly("V-09 AADSTS50006");
  }

  @Test
  void v09RefusesAShortKey() {
    SigningKey shortKey = SigningKey.make("short", 1024);
    court.domains.put(
        Courtroom.domain("example.co.jp", SampleResponse.ISSUER, shortKey, MfaBehavior.ACCEPT));
    Verdict verdict = court.submit(ResponseSigner.with(shortKey).signAssertion(court.sample()));
    assertThat(broken(verdict)).containsExactly("V-09 AADSTS50006");
  }

  @Test
  void v09TakesTheNextCertificate() {
    FederatedDomain old = court.domains.find("example.co.jp").orElseThrow();
    court.domains.put(
        new FederatedDomain(
            old.id(),
            old.name(),
            old.displayName(),
            old.issuerUri(),
            old.passiveSignInUri(),
            old.activeSignInUri(),
            old.signOutUri(),
            Courtroom.FOREIGN_KEY.certificate(),
            Optional.of(KEY.certificate()),
            old.mfaBehavior()));
    assertThat(court.submit(ResponseSigner.with(KEY).signAssertion(court.sample())).accepted())
        .isTrue();
  }

  @Test
  void v10RefusesABadSignatureOfTheResponse() {
    String signed = ResponseSigner.with(KEY).signAssertion(court.sample());
    String good = ResponseSigner.with(KEY).signResponse(signed);
    String bad = ResponseSigner.with(Courtroom.FOREIGN_KEY).signResponse(signed);
    assertThat(broken(court.submit(bad))).containsExactly("V-10 AADSTS50006");
    court.attempt = court.newAttempt();
    assertThat(broken(court.submit(good.replace(" InResponseTo", "  InResponseTo"))))
        .doesNotContain("V-10 AADSTS50006");
  }

  @Test
  void v11RefusesAnUnknownIssuer() {
    expect(
        "V-11 AADSTS50107",
        xml -> xml.replace(SampleResponse.ISSUER, "https://idp.example/realms/other"));
  }

  @Test
  void v11RefusesTwoDifferentIssuers() {
    expect(
        "V-11 AADSTS50107",
        xml -> xml.replaceFirst(SampleResponse.ISSUER, "https://idp.example/realms/other"));
  }

  @Test
  void v12RefusesOtherFormatsAndGeneratedIds() {
    expect("V-12 AADSTS50008", replacing("nameid-format:persistent", "nameid-format:transient"));
    assertThat(broken(court.judged(replacing(SampleResponse.IMMUTABLE_ID, "G-123"))))
        .contains("V-12 AADSTS50008");
    assertThat(broken(court.judged(replacing(SampleResponse.IMMUTABLE_ID, "a_b"))))
        .contains("V-12 AADSTS50008");
    assertThat(broken(court.judged(replacing(SampleResponse.IMMUTABLE_ID, "a".repeat(65)))))
        .contains("V-12 AADSTS50008");
  }

  @Test
  void v13RefusesAnUnknownUser() {
    expect("V-13 AADSTS51004", replacing(SampleResponse.IMMUTABLE_ID, "nobody"));
  }

  @Test
  void v14RefusesAMissingOrOddEmail() {
    assertThat(
            broken(
                court.judged(
                    replacingAll("<saml:AttributeStatement>.*</saml:AttributeStatement>", ""))))
        .contains("V-14 AADSTS5000819");
    assertThat(broken(court.judged(replacing(SampleResponse.USER, "hanako"))))
        .contains("V-14 AADSTS5000819");
    assertThat(broken(court.judged(replacing("Name=\"IDPEmail\"", "Name=\"idpemail\""))))
        .contains("V-14 AADSTS5000819");
  }

  @Test
  void v15RefusesTheEmailOfAnotherUser() {
    expect("V-15 AADSTS5000819", replacing(SampleResponse.USER, "taro@example.co.jp"));
  }

  @Test
  void v16RefusesAUserOfAnotherDomain() {
    court.domains.put(
        Courtroom.domain(
            "other.example", "https://idp.example/realms/other", KEY, MfaBehavior.ACCEPT));
    expect(
        "V-16 AADSTS5000819", replacing(SampleResponse.ISSUER, "https://idp.example/realms/other"));
  }

  @Test
  void v17RefusesAnotherRecipientAndALateConfirmation() {
    expect(
        "V-17 AADSTS50008",
        replacingAll(" Recipient=\"[^\"]*\"", " Recipient=\"https://other.example/\""));
    court.attempt = court.newAttempt();
    expect(
        "V-17 AADSTS50008",
        replacingAll(
            "(<saml:SubjectConfirmationData [^>]*)NotOnOrAfter=\"[^\"]*\"",
            "$1NotOnOrAfter=\"2026-01-01T00:00:00Z\""));
    court.attempt = court.newAttempt();
    expect("V-17 AADSTS50008", replacing("cm:bearer", "cm:sender-vouches"));
  }

  @Test
  void v18RefusesTheAnswerToAnotherRequest() {
    expect("V-18 AADSTS50008", xml -> xml.replace(court.attempt.id(), "_unknown"));
    court.attempt = court.newAttempt();
    expect(
        "V-18 AADSTS50008", xml -> xml.replaceFirst(court.attempt.id(), court.newAttempt().id()));
  }

  @Test
  void v18RefusesTheAnswerToAnotherBrowser() {
    SignInAttempt other =
        SignInAttempt.first("1".repeat(32), SampleResponse.USER, RequestVariant.PLAIN, "state+/=&");
    court.party.waiting().put(other.id(), other);
    expect("V-18 AADSTS50008", xml -> xml.replace(court.attempt.id(), other.id()));
  }

  @Test
  void v18AndV21RefuseTheSameResponseTwice() {
    String signed = ResponseSigner.with(KEY).signAssertion(court.sample());
    assertThat(court.submit(signed).accepted()).isTrue();
    assertThat(broken(court.submit(signed)))
        .containsExactly("V-18 AADSTS50008", "V-21 AADSTS50008");
  }

  @Test
  void v19RefusesWhatIsTooEarlyOrTooLate() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    expect(
        "V-19 AADSTS50013",
        replacingAll("NotBefore=\"[^\"]*\"", "NotBefore=\"" + now.plusSeconds(120) + "\""));
    court.attempt = court.newAttempt();
    expect(
        "V-19 AADSTS50013",
        replacingAll(
            "(<saml:Conditions [^>]*)NotOnOrAfter=\"[^\"]*\"",
            "$1NotOnOrAfter=\"" + now.minusSeconds(60) + "\""));
  }

  @Test
  void v20RefusesAnotherAudience() {
    expect(
        "V-20 AADSTS50008",
        replacing(
            "<saml:Audience>urn:federation:MicrosoftOnline",
            "<saml:Audience>urn:federation:Other"));
    court.attempt = court.newAttempt();
    expect(
        "V-20 AADSTS50008",
        replacing(
            "</saml:Audience>",
            "</saml:Audience><saml:Audience>urn:federation:Other</saml:Audience>"));
  }

  @Test
  void v21RefusesAnAssertionIdThatWasUsedForAnotherRequest() {
    String first = court.sample();
    String id = first.replaceFirst(".*<saml:Assertion ID=\"([^\"]+)\".*", "$1");
    assertThat(court.submit(ResponseSigner.with(KEY).signAssertion(first)).accepted()).isTrue();
    court.attempt = court.newAttempt();
    expect(
        "V-21 AADSTS50008",
        replacingAll("<saml:Assertion ID=\"[^\"]+\"", "<saml:Assertion ID=\"" + id + "\""));
  }

  @Test
  void v22RefusesAFutureSignInAndAMissingSessionIndex() {
    expect(
        "V-22 AADSTS50008",
        replacingAll("AuthnInstant=\"[^\"]*\"", "AuthnInstant=\"2099-01-01T00:00:00Z\""));
    court.attempt = court.newAttempt();
    expect("V-22 AADSTS50008", replacing(" SessionIndex=\"s1\"", ""));
  }

  @Test
  void v23TakesNoAttributeForASecondFactor() {
    Verdict verdict =
        court.judged(
            xml ->
                xml.replace(
                        "<saml:AuthnContextClassRef>" + SampleResponse.MFA,
                        "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password")
                    .replace(
                        "</saml:AttributeStatement>",
                        "<saml:Attribute Name=\"http://schemas.microsoft.com/claims/authnmethodsreferences\"><saml:AttributeValue>"
                            + SampleResponse.MFA
                            + "</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>"));
    assertThat(verdict.evidence().mfa()).isFalse();
    assertThat(verdict.evidence().ownMfa()).isTrue();
    assertThat(verdict.evidence().warnings()).anyMatch(text -> text.startsWith("V-23"));
    assertThat(broken(verdict)).containsExactly("V-28 none");
  }

  @Test
  void v24AsksOnceMoreForASecondFactorAndThenRefuses() {
    court.federate(MfaBehavior.ENFORCE);
    UnaryOperator<String> withoutMfa =
        replacing(SampleResponse.MFA, "urn:oasis:names:tc:SAML:2.0:ac:classes:Password");
    Verdict first = court.judged(withoutMfa);
    assertThat(first.accepted()).isFalse();
    court.attempt = first.nextAttempt().orElseThrow();
    assertThat(court.attempt.variant()).isEqualTo(RequestVariant.MFA);
    court.party.waiting().put(court.attempt.id(), court.attempt);
    expect("V-24 AADSTS50079", withoutMfa);
  }

  @Test
  void v24NotesThatMicrosoftAsksItself() {
    court.federate(MfaBehavior.REJECT);
    Verdict verdict = court.submit(ResponseSigner.with(KEY).signAssertion(court.sample()));
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.evidence().ownMfa()).isTrue();
  }

  @Test
  void v25AsksForAFreshSignInAndRefusesAnOldOne() {
    court.settings =
        new Settings(true, Duration.ofSeconds(30), Optional.of(Duration.ofMinutes(10)), false);
    UnaryOperator<String> old =
        replacingAll("AuthnInstant=\"[^\"]*\"", "AuthnInstant=\"2026-01-01T00:00:00Z\"");
    court.attempt = court.judged(old).nextAttempt().orElseThrow();
    assertThat(court.attempt.variant()).isEqualTo(RequestVariant.FORCE_AUTHN);
    court.party.waiting().put(court.attempt.id(), court.attempt);
    expect("V-25 AADSTS50078", old);
  }

  @Test
  void v25RefusesATimeLaterThanTheRealSignIn() {
    court.party.realSignIns().put(SampleResponse.USER, Instant.now().minusSeconds(3600));
    assertThat(broken(court.submit(ResponseSigner.with(KEY).signAssertion(court.sample()))))
        .containsExactly("V-25 AADSTS50078");
  }

  @Test
  void v26RefusesADisabledUser() {
    court.users.replace(Courtroom.user("hanako", SampleResponse.IMMUTABLE_ID).enabled(false));
    assertThat(broken(court.submit(ResponseSigner.with(KEY).signAssertion(court.sample()))))
        .containsExactly("V-26 AADSTS50057");
  }

  @Test
  void v27RefusesAChangedRelayState() {
    court.relayState = Optional.of("state /=&");
    assertThat(broken(court.submit(ResponseSigner.with(KEY).signAssertion(court.sample()))))
        .containsExactly("V-27 none");
  }

  @Test
  void v28RefusesAttributesThatNobodyNeeds() {
    expect(
        "V-28 none",
        replacing(
            "</saml:AttributeStatement>",
            "<saml:Attribute Name=\"Role\"><saml:AttributeValue>x</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>"));
  }

  @Test
  void v29RefusesAResponseToNoRequestUnlessSettingsAllowIt() {
    UnaryOperator<String> unsolicited = replacingAll(" InResponseTo=\"[^\"]*\"", "");
    expect("V-29 AADSTS50008", unsolicited);
    court.settings = new Settings(true, Duration.ofSeconds(30), Optional.empty(), true);
    assertThat(broken(court.judged(unsolicited))).isEmpty();
  }

  @Test
  void theDocumentedSetLeavesTheStrictRulesOut() {
    court.documentedOnly();
    assertThat(broken(court.judged(replacingAll(" InResponseTo=\"[^\"]*\"", "")))).isEmpty();
  }
}
