package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a relying party that enforces Microsoft's published rules and those of SAML itself. */
@ExtendWith(Setup.class)
class Microsoft365IT {

  private static final String FIRST = "m365-first.example";
  private static final String SECOND = "m365-second.example";

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("m365", "individual", FIRST, SECOND);
    tenant.federate("enforceMfaByFederatedIdp", FIRST, SECOND);
  }

  private static TestUser user(String name, String domain) {
    TestUser user = tenant.addUser(name + "@" + domain, Map.of());
    Microsoft.provision(user);
    return user;
  }

  @Test
  void theAssertionPassesEveryRuleAndTellsOfTwoFactors() {
    TestUser user = user("first", FIRST);
    HttpBrowser browser = Microsoft.firstTime(user);
    assertThat(browser.location()).startsWith(Microsoft.URL);
    JsonNode result = Microsoft.lastResult(user);
    assertThat(result.get("accepted").asBoolean()).as(result.toString()).isTrue();
    assertThat(result.get("failures")).isEmpty();
    assertThat(result.get("issuer").asText()).isEqualTo(tenant.issuer(FIRST));
    assertThat(result.get("nameId").asText()).isEqualTo(user.immutableId()).matches("[0-9a-f]{32}");
    assertThat(result.get("idpEmail").asText()).isEqualTo(user.userId());
    assertThat(result.get("classRef").asText()).isEqualTo(Microsoft.MULTIPLE_AUTHN);
    assertThat(result.get("attributes")).hasSize(1);
  }

  @Test
  void eachDomainHasItsOwnIssuer() {
    TestUser user = user("second", SECOND);
    Microsoft.firstTime(user);
    assertThat(Microsoft.lastResult(user).get("issuer").asText()).isEqualTo(tenant.issuer(SECOND));
  }

  @Test
  void singleSignOnAsksNothingAndKeepsTheTimeOfTheRealSignIn() throws InterruptedException {
    TestUser user = user("again", FIRST);
    HttpBrowser browser = Microsoft.firstTime(user);
    String first = Microsoft.lastResult(user).get("authnInstant").asText();
    Thread.sleep(2_100);
    browser.open(Microsoft.signInUrl(user.userId(), "plain")).followPostedForms();
    assertThat(browser.location()).startsWith(Microsoft.URL);
    JsonNode result = Microsoft.lastResult(user);
    assertThat(result.get("accepted").asBoolean()).as(result.toString()).isTrue();
    assertThat(Instant.parse(result.get("authnInstant").asText()))
        .isEqualTo(Instant.parse(first))
        .isBefore(Instant.now().minusSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mfa", "mfa-exact", "mfa-minimum", "password", "password-protected-transport",
        "unknown-class", "long-relay-state", "redirect", "no-name-id-policy", "subject",
        "login-hint", "signed-sha256"
      })
  void everyKindOfRequestIsAnsweredTruthfully(String variant) {
    TestUser user = user("v-" + variant, FIRST);
    SignIn.firstTime(Microsoft.begin(user, variant), user).followPostedForms();
    JsonNode result = Microsoft.lastResult(user);
    assertThat(result.get("accepted").asBoolean()).as(result.toString()).isTrue();
    assertThat(result.get("classRef").asText()).isEqualTo(Microsoft.MULTIPLE_AUTHN);
  }

  @Test
  void forceAuthnAsksTheSameUserForEverythingAgain() throws InterruptedException {
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
    TestUser user = user("force", FIRST);
    HttpBrowser browser = Microsoft.firstTime(user);
    Instant first = Instant.parse(Microsoft.lastResult(user).get("authnInstant").asText());
    user.letMessagesAge(10);
    // The time of a sign-in is told in whole seconds.
    Thread.sleep(1_100);
    Microsoft.begin(browser, user.userId(), "force-authn");
    assertThat(browser.shows("username")).isFalse();
    assertThat(browser.shows("password")).isTrue();
    browser
        .submit(Map.of("password", TestTenant.PASSWORD))
        .submit(Map.of("code", Phone.code(user.phone())))
        .followPostedForms();
    JsonNode result = Microsoft.lastResult(user);
    assertThat(result.get("accepted").asBoolean()).as(result.toString()).isTrue();
    assertThat(Instant.parse(result.get("authnInstant").asText())).isAfter(first);
  }

  @Test
  void aPassiveRequestWithoutASessionEndsOnOurPageWithoutAForm() {
    TestUser user = user("passive", FIRST);
    HttpBrowser browser = Microsoft.begin(user, "passive");
    assertOurErrorPage(browser);
    assertThat(browser.shows("username")).isFalse();
    assertThat(tenant.hasError("passive_sign_in_not_possible")).isTrue();
  }

  @Test
  void aPassiveRequestWithASessionIsAnswered() {
    TestUser user = user("passive-sso", FIRST);
    HttpBrowser browser = Microsoft.firstTime(user);
    Microsoft.begin(browser, user.userId(), "passive").followPostedForms();
    assertThat(browser.location()).startsWith(Microsoft.URL);
    assertThat(Microsoft.lastResult(user).get("accepted").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign-acs", "unknown-issuer", "entity-expansion", "oversized"})
  void aForgedRequestEndsOnOurPage(String variant) {
    TestUser user = user("f-" + variant, FIRST);
    assertOurErrorPage(Microsoft.begin(user, variant));
  }

  private static void assertOurErrorPage(HttpBrowser browser) {
    assertThat(browser.location()).startsWith(Setup.PORTS.serverUrl());
    assertThat(browser.status()).isBetween(400, 499);
    assertThat(browser.page().select("input[name=SAMLResponse]")).isEmpty();
  }

  @Test
  void withoutAnImmutableIdNobodyIsSentToMicrosoftAndNoneIsInvented() {
    TestUser user = user("missing", FIRST);
    setImmutableId(user, null);
    HttpBrowser browser = SignIn.firstTime(Microsoft.begin(user, "plain"), user);
    assertOurErrorPage(browser);
    assertThat(tenant.hasEvent("LOGIN_ERROR", Microsoft365IT::isDiagnosed)).isTrue();
    JsonNode attributes = user.admin("GET", "", null).body().path("attributes");
    assertThat(attributes.has("immutableId")).isFalse();
    assertThat(attributes.toString()).doesNotContain("saml.persistent");
  }

  @Test
  void anExistingImmutableIdCanBeImportedOnceInATenant() {
    TestUser user = user("import", FIRST);
    assertThat(setImmutableId(user, "U1Tz+0GabkWF7mmSkcIt7A==")).isEqualTo(204);
    TestUser other = user("import-other", FIRST);
    assertThat(setImmutableId(other, "U1Tz+0GabkWF7mmSkcIt7A==")).isBetween(400, 409);
    assertThat(setImmutableId(other, "with space")).isEqualTo(400);
  }

  /** With the request that began the sign-in, some pages before. */
  private static boolean isDiagnosed(JsonNode event) {
    JsonNode details = event.path("details");
    return event.path("error").asText().equals("immutable_id_missing")
        && details.path("sekisho_request").asText().contains("AuthnRequest")
        && details.path("reference_number").asText().length() == 10;
  }

  private static int setImmutableId(TestUser user, String value) {
    JsonNode stored = user.admin("GET", "", null).body();
    ObjectNode attributes = (ObjectNode) stored.get("attributes");
    if (value == null) {
      attributes.remove("immutableId");
    } else {
      attributes.putArray("immutableId").add(value);
    }
    return user.admin("PUT", "", stored).status();
  }

  @Test
  void aDisabledUserWithALiveSessionGetsNoAssertion() {
    TestUser user = user("leaver", FIRST);
    HttpBrowser browser = Microsoft.firstTime(user);
    user.admin("PUT", "", Map.of("enabled", false)).orFail("Disabling");
    Microsoft.begin(browser, user.userId(), "plain");
    assertThat(browser.page().select("input[name=SAMLResponse]")).isEmpty();
    assertThat(browser.location()).startsWith(Setup.PORTS.serverUrl());
  }

  @Test
  void noSignInBeginsAtTheIdentityProviderWithoutMicrosoft() {
    HttpBrowser browser =
        new HttpBrowser().open(tenant.url() + "/protocol/saml/clients/microsoft-365");
    assertThat(browser.status()).isBetween(400, 404);
  }

  /** ECP is a password over HTTP Basic: no second factor, no page, and easy to guess at. */
  @Test
  void thereIsNoWayInBySamlEcp() {
    TestUser user = user("ecp", FIRST);
    String envelope =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
        <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_ecp1"
            Version="2.0" IssueInstant="%s"><Issuer
            xmlns="urn:oasis:names:tc:SAML:2.0:assertion">urn:federation:MicrosoftOnline</Issuer>
        </samlp:AuthnRequest></soap:Body></soap:Envelope>
        """
            .formatted(Instant.now());
    String credentials = user.userId() + ":" + TestTenant.PASSWORD;
    HttpBrowser browser =
        new HttpBrowser()
            .withHeader(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .postBody(tenant.url() + "/protocol/saml", "text/xml", envelope);
    assertThat(browser.status()).isEqualTo(415);
    assertThat(browser.body()).doesNotContain("Assertion", user.immutableId());
  }
}
