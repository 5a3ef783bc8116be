package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;
import static org.sekisho.it.IdAdministrator.PASSWORD;
import static org.sekisho.it.IdAdministrator.everybody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What relying parties are told of a sign-in is true, and what they ask for is asked of the person:
 * at the office, where the tenant is content with the password, and elsewhere.
 */
@ExtendWith(Setup.class)
class TruthfulAnswersIT {

  private static final String MULTIPLE = Microsoft.MULTIPLE_AUTHN;
  private static final String REFEDS = "https://refeds.org/profile/mfa";
  private static final String PPT =
      "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
  private static final String NO_CONTEXT = "urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext";
  private static final int SEQUENCES = 24;
  private static final int LONGEST = 5;

  /** The policy as a whole: Keycloak takes no part of it alone. */
  private static final Map<String, Object> REUSABLE_CODES =
      Map.of(
          "otpPolicyType", "totp",
          "otpPolicyAlgorithm", "HmacSHA1",
          "otpPolicyDigits", 6,
          "otpPolicyPeriod", 30,
          "otpPolicyInitialCounter", 0,
          "otpPolicyLookAheadWindow", 1,
          "otpPolicyCodeReusable", true);

  private static TestTenant tenant;
  private static SamlApplication first;
  private static SamlApplication second;
  private static OidcApplication oidc;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("truth", "individual", "truth.example").withoutTls();
    IdAdministrator administrator = IdAdministrator.of(tenant, OFFICE);
    administrator.rule(List.of("203.0.113.0/24"), List.of(everybody(PASSWORD, TWO)));
    tenant.admin("PUT", "", REUSABLE_CODES).orFail("Reusable codes");
    first = SamlApplication.register(tenant, "urn:truth:first");
    second = SamlApplication.register(tenant, "urn:truth:second");
    oidc = OidcApplication.register(tenant, "truth-oidc", false);
  }

  private static final Map<String, Object> TWO = IdAdministrator.TWO;

  private static Observer somebody(String name, From from) {
    TestUser user = tenant.addUser(name);
    Totp.addTo(user);
    return new Observer(user, from);
  }

  private static void openOidc(Observer somebody, String more) {
    somebody.browser.open(oidc.request() + more);
  }

  private static JsonNode idToken(Observer somebody) {
    JsonNode tokens =
        oidc.exchange(OidcApplication.codeIn(somebody.browser), Pkce.VERIFIER)
            .orFail("Tokens")
            .body();
    return claims(tokens.get("id_token").asText());
  }

  private static JsonNode claims(String token) {
    try {
      return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void compareClaims(Observer seen, String what) {
    JsonNode claims = idToken(seen);
    assertThat(claims.get("acr").asText())
        .as(what)
        .isEqualTo(seen.twoProven() ? "mfa" : "password");
    assertThat(claims.get("amr"))
        .as(what)
        .map(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(seen.proven.keySet());
    assertThat(claims.get("auth_time").asLong()).as(what).isBetween(seen.since() - 1, seen.until());
  }

  private static void compareAssertion(Observer seen, String exactly, String what) {
    SamlAnswer answer = SamlAnswer.in(seen.browser);
    String expected = seen.twoProven() ? MULTIPLE : PPT;
    assertThat(answer.text("AuthnContextClassRef"))
        .as(what)
        .isEqualTo(exactly == null ? expected : exactly);
    assertThat(Instant.parse(answer.attribute("AuthnStatement", "AuthnInstant")).getEpochSecond())
        .as(what)
        .isBetween(seen.since() - 1, seen.until());
  }

  @Test
  void noSequenceOfSignInsMakesAnybodySayMoreThanWasProven() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    System.out.println("TruthfulAnswersIT: seed " + seed);
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      Observer somebody = somebody("sequence" + sequence, random.nextBoolean() ? OFFICE : OUTSIDE);
      StringBuilder story = new StringBuilder("seed " + seed + ", sequence " + sequence + ":");
      for (int step = 1 + random.nextInt(LONGEST); step > 0; step--) {
        step(somebody, random.nextInt(9), story);
      }
    }
  }

  private static void step(Observer somebody, int choice, StringBuilder story) {
    story.append(' ').append(choice);
    switch (choice) {
      case 0 -> oidcStep(somebody, "", false, story);
      case 1 -> oidcStep(somebody, "&acr_values=mfa", false, story);
      case 2 -> oidcStep(somebody, "&prompt=login", true, story);
      case 3 -> oidcStep(somebody, "&max_age=3600", false, story);
      case 4 -> samlStep(somebody, first.request(), null, false, story);
      case 5 -> samlStep(somebody, second.request().asking("exact", MULTIPLE), null, false, story);
      case 6 -> samlStep(somebody, second.request().asking("exact", PPT), PPT, false, story);
      case 7 ->
          samlStep(somebody, first.request().with(" ForceAuthn=\"true\"", ""), null, true, story);
      default -> {
        String next = story.length() % 2 == 0 ? OFFICE.address() : OUTSIDE.address();
        somebody.browser.withHeader("X-Forwarded-For", next);
      }
    }
  }

  private static void oidcStep(
      Observer somebody, String more, boolean afresh, StringBuilder story) {
    openOidc(somebody, more);
    somebody.answer(afresh);
    compareClaims(somebody, story.toString());
  }

  private static void samlStep(
      Observer somebody,
      SamlApplication.AuthnRequest request,
      String exactly,
      boolean afresh,
      StringBuilder story) {
    request.post(somebody.browser);
    somebody.answer(afresh);
    compareAssertion(somebody, exactly, story.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "exact, " + MULTIPLE + "," + MULTIPLE,
    "exact, " + REFEDS + "," + REFEDS,
    "minimum, " + REFEDS + "," + MULTIPLE,
    "better, " + PPT + "," + MULTIPLE
  })
  void whatASamlApplicationAsksForIsAskedOfThePersonAndNothingElse(
      String comparison, String asked, String answered) {
    Observer somebody =
        somebody("saml" + Integer.toHexString((comparison + asked).hashCode()), OFFICE);
    first.request().post(somebody.browser);
    assertThat(somebody.answer(false).asked()).containsExactly("username", "pwd");
    compareAssertion(somebody, PPT, "password");

    second.request().asking(comparison, asked).post(somebody.browser);

    assertThat(somebody.answer(false).asked()).containsExactly("otp");
    compareAssertion(somebody, answered, "stepped up");
    openOidc(somebody, "");
    assertThat(somebody.answer(false).asked()).isEmpty();
    compareClaims(somebody, "single sign-on");
  }

  @ParameterizedTest
  @CsvSource({"exact, urn:example:unknown", "minimum, urn:example:unknown", "better, " + MULTIPLE})
  void aClassThatNoSignInReachesIsAnsweredAtOnce(String comparison, String asked) {
    HttpBrowser browser = first.request().asking(comparison, asked).post(OFFICE.browser());
    SamlAnswer answer = SamlAnswer.in(browser);
    assertThat(answer.xml()).contains(NO_CONTEXT).doesNotContain("<saml:Assertion");
    assertThat(answer.action()).isEqualTo(SamlApplication.ACS);
  }

  @Test
  void essentialClaimsAreAskedForAndUnknownOnesRefused() {
    Observer somebody = somebody("essential", OFFICE);
    openOidc(somebody, "");
    somebody.answer(false);
    openOidc(somebody, essential("mfa"));
    assertThat(somebody.answer(false).asked()).containsExactly("otp");
    compareClaims(somebody, "essential");
    openOidc(somebody, essential("unknown"));
    assertThat(somebody.browser.status()).isEqualTo(400);
    assertThat(somebody.browser.page().select("#referenceNumber")).isNotEmpty();
  }

  @Test
  void whoHasNoSecondFactorIsToldAsThePasswordUnlessMoreIsEssential() {
    TestUser user = tenant.addUser("nothing");
    SignIn.firstTime(OFFICE.browser().open(tenant.menuUrl()), user);
    String phone = "";
    for (JsonNode credential : user.admin("GET", "/credentials", null).body()) {
      phone =
          credential.get("type").asText().equals("password")
              ? phone
              : credential.get("id").asText();
    }
    user.admin("DELETE", "/credentials/" + phone, null).orFail("The phone");
    Observer somebody = new Observer(user, OFFICE);
    openOidc(somebody, essential("mfa"));
    somebody.answer(false);
    assertThat(somebody.browser.shows("phoneNumber")).isTrue();
  }

  @Test
  void theAgeOfASignInIsThatOfItsOldestFactor() throws InterruptedException {
    Observer somebody = somebody("age", OFFICE);
    openOidc(somebody, "");
    somebody.answer(false);
    Thread.sleep(4_000);
    openOidc(somebody, "&acr_values=mfa");
    assertThat(somebody.answer(false).asked()).containsExactly("otp");
    compareClaims(somebody, "the password is older");

    openOidc(somebody, "&max_age=3");
    assertThat(somebody.answer(true).asked()).contains("pwd").doesNotContain("username");
    compareClaims(somebody, "renewed");
  }

  @Test
  void microsoft365AsksForASecondFactorAtTheOfficeToo() {
    Observer somebody = somebody("microsoft", OFFICE);
    Microsoft.provision(somebody.user);
    tenant.federate("enforceMfaByFederatedIdp", tenant.domain);
    Microsoft.begin(somebody.browser, somebody.user.userId(), "plain");
    assertThat(somebody.answer(false).asked()).containsExactly("username", "pwd", "otp");
    somebody.browser.followPostedForms();
    assertThat(Microsoft.lastResult(somebody.user).get("accepted").asBoolean()).isTrue();
  }

  private static String essential(String acr) {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + acr + "\"]}}}";
    return "&claims=" + SamlMessages.encode(claims);
  }
}
