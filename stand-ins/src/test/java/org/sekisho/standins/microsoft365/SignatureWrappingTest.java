package org.sekisho.standins.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.standins.microsoft365.Courtroom.KEY;
import static org.sekisho.standins.microsoft365.Courtroom.broken;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The known ways to slip a forged assertion past a signature that is genuine, under both rule sets.
 */
class SignatureWrappingTest {
  private static final Pattern ASSERTION =
      Pattern.compile("(?s)<saml:Assertion .*</saml:Assertion>");
  private static final Pattern SIGNATURE = Pattern.compile("(?s)<ds:Signature .*?</ds:Signature>");

  private final Courtroom court = new Courtroom();
  private String genuine;
  private String assertion;
  private String signature;
  private String forged;

  @BeforeEach
  void stealAGenuineResponse() {
    genuine = ResponseSigner.with(KEY).signAssertion(court.sample());
    assertion = find(ASSERTION, genuine);
    signature = find(SIGNATURE, assertion);
    forged =
        assertion
            .replace(signature, "")
            .replace(SampleResponse.IMMUTABLE_ID, "fedcba9876543210fedcba9876543210")
            .replace(SampleResponse.USER, "taro@example.co.jp")
            .replaceFirst("ID=\"[^\"]+\"", "ID=\"_forged\"");
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private String wrapped(String kind) {
    String inner = assertion.replace(signature, "");
    String withOriginalInside =
        signature.replace("</ds:Signature>", "<ds:Object>" + inner + "</ds:Object></ds:Signature>");
    String evilWith =
        forged.replaceFirst(
            "</saml:Issuer>", "</saml:Issuer>" + Matcher.quoteReplacement(withOriginalInside));
    return switch (kind) {
      case "forged first" -> genuine.replace(assertion, forged + assertion);
      case "forged last" -> genuine.replace(assertion, assertion + forged);
      case "original in the forged one's signature" -> genuine.replace(assertion, evilWith);
      case "original in extensions" ->
          genuine
              .replace(assertion, forged)
              .replaceFirst(
                  "<samlp:Status(?= )",
                  Matcher.quoteReplacement(
                      "<samlp:Extensions>" + assertion + "</samlp:Extensions><samlp:Status"));
      case "signature moved to the forged one" ->
          genuine.replace(
              assertion,
              forged.replaceFirst(
                  "</saml:Issuer>", "</saml:Issuer>" + Matcher.quoteReplacement(signature)));
      case "signature moved and original kept" ->
          genuine.replace(
              assertion,
              forged.replaceFirst(
                      "</saml:Issuer>", "</saml:Issuer>" + Matcher.quoteReplacement(signature))
                  + inner);
      case "original in the forged one's advice" ->
          genuine.replace(
              assertion,
              forged.replaceFirst(
                  "</saml:Conditions>",
                  "</saml:Conditions><saml:Advice>"
                      + Matcher.quoteReplacement(assertion)
                      + "</saml:Advice>"));
      case "same ID twice" ->
          genuine.replace(
              assertion,
              evilWith.replace(
                  "_forged",
                  find(Pattern.compile("(?<=Assertion )[^>]*"), assertion)
                      .replaceAll("(?s).*ID=\"([^\"]+)\".*", "$1")));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forged first",
        "forged last",
        "original in the forged one's signature",
        "original in extensions",
        "signature moved to the forged one",
        "signature moved and original kept",
        "original in the forged one's advice",
        "same ID twice"
      })
  void wrappedSignaturesAreRefusedUnderBothRuleSets(String kind) {
    assertThat(wrapped(kind)).contains("<ds:Signature ").contains("taro@example.co.jp");
    Verdict strict = court.submit(wrapped(kind));
    assertThat(strict.accepted()).isFalse();
    assertThat(List.of("AADSTS50008", "AADSTS50006", "AADSTS75005"))
        .contains(strict.error().orElseThrow());
    court.documentedOnly();
    assertThat(court.submit(wrapped(kind)).accepted()).isFalse();
  }

  @Test
  void theGenuineOneStillPassesAfterTheForgeriesFailed() {
    assertThat(court.submit(wrapped("forged first")).accepted()).isFalse();
    assertThat(broken(court.submit(genuine))).isEmpty();
  }

  @Test
  void aSignatureOfTheResponseAloneIsNotEnough() {
    court.documentedOnly();
    String signed = ResponseSigner.with(KEY).signResponse(court.sample());
    assertThat(broken(court.submit(signed))).contains("V-07 AADSTS50006");
  }

  @Test
  void aChangedAssertionIsRefused() {
    court.documentedOnly();
    String changed =
        genuine.replace(SampleResponse.IMMUTABLE_ID, "fedcba9876543210fedcba9876543210");
    assertThat(broken(court.submit(changed))).contains("V-09 AADSTS50006");
  }

  @Test
  void aCommentInTheNameIdDoesNotCutItShort() {
    String longer = SampleResponse.IMMUTABLE_ID + "evil";
    String signed =
        ResponseSigner.with(KEY)
            .signAssertion(court.sample().replace(SampleResponse.IMMUTABLE_ID, longer));
    String commented = signed.replace(longer, SampleResponse.IMMUTABLE_ID + "<!---->evil");
    Verdict verdict = court.submit(commented);
    assertThat(broken(verdict)).containsExactly("V-13 AADSTS51004");
    assertThat(verdict.evidence().nameId()).contains(longer);
  }

  @Test
  void anEncryptedAssertionIsRefused() {
    court.documentedOnly();
    String encrypted =
        court
            .sample()
            .replaceAll(
                "<saml:Assertion .*</saml:Assertion>",
                "<saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"><xenc:CipherData><xenc:CipherValue>AAAA</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>");
    assertThat(broken(court.submit(encrypted))).containsExactly("V-06 AADSTS50008");
  }

  @Test
  void identifiersWithHttpsAreRefused() {
    String changed =
        genuine.replace(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "https://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    court.documentedOnly();
    // The library does not even read a signature by a method it has never heard of.
    assertThat(broken(court.submit(changed))).containsExactly("V-02 AADSTS75005");
  }

  @Test
  void anEmptyReferenceIsRefused() {
    String changed = genuine.replaceFirst("URI=\"#[^\"]+\"", "URI=\"\"");
    assertThat(broken(court.submit(changed))).contains("V-07 AADSTS50006");
  }
}
