package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.launcher.Http;

/**
 * What attackers send to the SAML and OpenID Connect endpoints. Each is refused on a page of ours
 * with a reference number, under which the administrator finds the request and the remedy.
 */
@ExtendWith(Setup.class)
class FederationAttacksIT {

  private static final String STRANGER = "urn:attacks:stranger";

  private static TestTenant tenant;
  private static TestTenant other;
  private static IdAdministrator administrator;
  private static SamlApplication saml;
  private static SamlApplication stranger;
  private static OidcApplication open;
  private static OidcApplication server;
  private static final Listening listening = new Listening();

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("attacked", "individual", "attacked.example");
    other = TestTenant.open("attacked2", "individual", "attacked2.example");
    administrator = IdAdministrator.of(tenant, new From("127.0.0.1"));
    saml = SamlApplication.register(tenant, "urn:attacks:sp");
    stranger = SamlApplication.register(tenant, STRANGER);
    open = OidcApplication.register(tenant, "attacks-public", true);
    server = OidcApplication.register(tenant, "attacks-server", false);
  }

  @AfterAll
  static void theServerIsAsWellAsBefore() {
    listening.close();
    String health = "http://localhost:" + Setup.PORTS.management() + "/health/ready";
    assertThat(Http.send("GET", health, null, null).body().get("status").asText()).isEqualTo("UP");
    TestUser user = tenant.addUser("afterwards");
    assertThat(SignIn.firstTime(user).location()).startsWith(tenant.portalUrl());
  }

  static Stream<Arguments> samlAttacks() {
    return Stream.of(
        attack(
            "a request without a signature",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", saml.request().xml())),
        attack(
            "an address without a signature",
            "invalid_signature",
            b -> saml.get(b, saml.request().unsignedQuery(null))),
        attack(
            "a signed request inside another",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", SignatureWrapping.of(saml.request()).inside())),
        attack(
            "a signature moved to another request",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", SignatureWrapping.of(saml.request()).moved())),
        attack(
            "a second element with the identifier",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", SignatureWrapping.of(saml.request()).twin())),
        attack(
            "a foreign key",
            "invalid_signature",
            b ->
                saml.post(
                    b, "SAMLRequest", SamlMessages.signed(saml.request().xml(), stranger.key()))),
        attack(
            "a request altered after it was signed",
            "invalid_signature",
            b -> saml.post(b, "SAMLRequest", saml.request().signed().replace("/acs\"", "/acs#\""))),
        attack(
            "the issuer of another application",
            "invalid_signature",
            b ->
                saml.post(
                    b,
                    "SAMLRequest",
                    SamlMessages.signed(
                        saml.request().xml().replace("urn:attacks:sp", STRANGER), saml.key()))),
        attack(
            "ten thousand million characters of entities",
            "invalid_token",
            b -> saml.post(b, "SAMLRequest", bomb())),
        attack(
            "an external entity",
            "invalid_token",
            b ->
                saml.post(
                    b,
                    "SAMLRequest",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \""
                        + listening.url()
                        + "\">]>"
                        + saml.request().xml().replace("urn:attacks:sp", "&x;"))),
        attack(
            "a foreign assertion consumer service",
            "invalid_redirect_uri",
            b -> saml.request().answerTo("https://evil.example/acs").post(b)),
        attack(
            "a consumer service with another ending",
            "invalid_redirect_uri",
            b -> saml.request().answerTo(SamlApplication.ACS + "/../evil").post(b)),
        attack(
            "a foreign destination",
            "invalid_authn_request",
            b -> saml.request().sentTo("https://evil.example/saml").post(b)),
        attack(
            "a signed request without a destination",
            "invalid_request",
            b -> saml.request().sentTo(null).post(b)),
        attack(
            "a request of eleven minutes ago",
            "saml_expired",
            b -> saml.request().old(Duration.ofMinutes(11)).post(b)),
        attack(
            "a request of a time to come",
            "saml_not_yet_valid",
            b -> saml.request().old(Duration.ofMinutes(-6)).post(b)),
        attack(
            "two requests in an address",
            "saml_parameter_repeated",
            b ->
                saml.get(
                    b,
                    saml.request().query(null)
                        + "&"
                        + saml.request().answerTo("https://evil.example/").unsignedQuery(null))),
        attack(
            "a request in the form and in the address",
            "saml_parameter_repeated",
            b ->
                b.post(
                    saml.endpoint() + "?" + saml.request().unsignedQuery(null),
                    Map.of("SAMLRequest", SamlMessages.base64(saml.request().signed())))),
        attack(
            "a relay state that was not signed",
            "invalid_signature",
            b ->
                saml.get(b, saml.request().query(null) + "&RelayState=https%3A%2F%2Fevil.example")),
        attack(
            "another algorithm than that of the signature",
            "invalid_signature",
            b -> saml.get(b, saml.request().query(null).replace("rsa-sha256", "rsa-sha512"))),
        attack(
            "SHA-1",
            "saml_signature_algorithm",
            b ->
                saml.get(
                    b,
                    SamlMessages.signedQuery(
                        saml.request().unsignedQuery(null), SamlMessages.SHA1, saml.key()))),
        attack(
            "an unknown encoding",
            "saml_parameter_repeated",
            b -> saml.get(b, saml.request().query(null) + "&SAMLEncoding=urn:none")),
        attack(
            "four megabytes in four kilobytes",
            "invalid_token",
            b ->
                saml.get(
                    b,
                    "SAMLRequest="
                        + SamlMessages.deflated("<a>" + "x".repeat(2_400_000) + "</a>"))),
        attack("no message at all", "saml_token_not_found", b -> saml.get(b, "RelayState=x")),
        attack("what is no XML", "invalid_token", b -> saml.post(b, "SAMLRequest", "sekisho")),
        attack(
            "an unknown application",
            "client_not_found",
            b ->
                saml.post(
                    b,
                    "SAMLRequest",
                    saml.request().xml().replace("urn:attacks:sp", "urn:nobody"))),
        attack(
            "a sign-out without a signature",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", saml.logoutRequest(newId(), "x", "y::z"))),
        attack(
            "a sign-out signed by somebody else",
            "invalid_signature",
            b ->
                saml.post(
                    b,
                    "SAMLRequest",
                    SamlMessages.signed(saml.logoutRequest(newId(), "x", "y::z"), stranger.key()))),
        attack(
            "a sign-out without a signature in an address",
            "invalid_signature",
            b -> saml.get(b, redirected("SAMLRequest", saml.logoutRequest(newId(), "x", "y::z")))),
        attack(
            "the answer to a sign-out without a signature",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLResponse", saml.logoutResponse("_asked"))),
        attack(
            "the answer to a sign-out without a signature in an address",
            "saml_signature_invalid",
            b -> saml.get(b, redirected("SAMLResponse", saml.logoutResponse("_asked")))),
        attack(
            "a signed sign-out inside another",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", SignatureWrapping.ofLogout(saml).inside())),
        attack(
            "a signature moved to another sign-out",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", SignatureWrapping.ofLogout(saml).moved())),
        attack(
            "a second sign-out with the identifier",
            "saml_signature_misplaced",
            b -> saml.post(b, "SAMLRequest", SignatureWrapping.ofLogout(saml).twin())),
        attack(
            "an answer by artifact",
            "saml_binding_unsupported",
            b ->
                saml.request()
                    .with(
                        " ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact\"",
                        "")
                    .post(b)),
        attack("an artifact", "saml_token_not_found", b -> saml.get(b, "SAMLart=AAQAAA")),
        attack(
            "a request for another tenant",
            "invalid_authn_request",
            b -> {
              SamlApplication there = saml.alsoAt(other);
              return saml.post(b, "SAMLRequest", there.request().signed());
            }));
  }

  /** What is verified must be what is used, however a reader spells the parameter. */
  static Stream<Arguments> spellings() {
    Stream<Arguments> requests =
        Stream.of("SAMLReques%74", "samlrequest", "x=1;SAMLRequest", "x=1;samlreques%74")
            .flatMap(
                name ->
                    Stream.of(
                        before(name, saml.request().answerTo("https://evil.example/").xml()),
                        before(name, saml.logoutRequest(newId(), "victim", "c::d"))));
    Stream<Arguments> answers =
        Stream.of("SAMLRespons%65", "samlresponse")
            .map(name -> before(name, saml.logoutResponse("_asked")));
    Stream<Arguments> others =
        Stream.of("RelayStat%65", "relaystate", "x=1;RelayState", "SigAl%67", "Signatur%65")
            .map(name -> spelled(name + "=https%3A%2F%2Fevil.example"));
    Stream<Arguments> forms =
        Stream.of("samlrequest", "SAMLRESPONSE", "relaystate")
            .map(
                name ->
                    attack(
                        name + " in the form",
                        "saml_parameter_repeated",
                        b ->
                            b.post(
                                saml.endpoint(),
                                Map.of(
                                    "SAMLRequest",
                                    SamlMessages.base64(saml.request().signed()),
                                    name,
                                    "evil"))));
    return Stream.of(requests, answers, others, forms).flatMap(rows -> rows);
  }

  private static Arguments before(String name, String evil) {
    return spelled(redirected(name, evil));
  }

  private static Arguments spelled(String evil) {
    return attack(
        evil.replaceFirst("=(?!1;).*", "") + " besides what is signed",
        "saml_parameter_repeated",
        b -> saml.get(b, evil + "&" + saml.request().query(null)));
  }

  private static String redirected(String name, String xml) {
    return name + "=" + SamlMessages.deflated(xml);
  }

  static Stream<Arguments> oidcAttacks() {
    String callback = OidcApplication.callback(tenant);
    Stream<String> tricks =
        Stream.of(
            "https://evil.example/callback",
            callback + ".evil.example",
            callback + "/../evil",
            callback + "/%2e%2e/evil",
            callback + "?next=https://evil.example",
            callback + "#evil",
            callback.replace("://", "://evil.example@"),
            callback.replace("localhost", "localhost.evil.example"),
            callback.replace("localhost", "localhost@evil.example"),
            callback.replace("callback", "CALLBACK"),
            callback.replace("callback", "call%62ack"),
            "javascript:alert(1)");
    return Stream.concat(
        tricks.map(
            uri ->
                attack(
                    "redirect to " + uri,
                    "invalid_redirect_uri",
                    b -> b.open(open.endpoint("auth") + "?" + open.query(uri) + Pkce.PARAMETERS))),
        Stream.of(
            attack(
                "an application of another tenant",
                "client_not_found",
                b -> b.open(open.request().replace("attacks-public", "nobody"))),
            attack(
                "a request object from elsewhere",
                "invalid_request",
                b ->
                    b.open(
                        open.request() + "&request_uri=" + SamlMessages.encode(listening.url())))));
  }

  private static Arguments attack(
      String name, String error, Function<HttpBrowser, HttpBrowser> attack) {
    return arguments(name, error, attack);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"samlAttacks", "spellings", "oidcAttacks"})
  void anAttackIsRefusedAndCanBeLookedUp(
      String name, String error, Function<HttpBrowser, HttpBrowser> attack) {
    HttpBrowser browser = attack.apply(new HttpBrowser());

    assertThat(browser.location()).startsWith(Setup.PORTS.serverUrl());
    assertThat(browser.status()).as(browser.text()).isBetween(400, 499);
    assertThat(browser.shows("username")).isFalse();
    assertThat(browser.page().select("input[name=SAMLResponse]")).isEmpty();
    assertThat(listening.visits()).isZero();
    JsonNode refusal = lookUp(browser);
    assertThat(refusal.get("error").asText()).isEqualTo(error);
    assertThat(refusal.get("request").get("protocol").asText()).isIn("saml", "openid-connect");
    assertThat(refusal.get("remedy").get("en").asText()).isNotBlank();
    assertThat(isOther(refusal)).as("remedy").isFalse();
  }

  /** Whether nothing is said that would help. */
  private static boolean isOther(JsonNode refusal) {
    return refusal.get("remedy").get("en").asText().startsWith("This refusal does not come from");
  }

  private static JsonNode lookUp(HttpBrowser browser) {
    String reference = browser.page().select("#referenceNumber").text().replaceFirst(".*: ?", "");
    assertThat(reference).as(browser.text()).matches("[0-9A-Z]{10}");
    return administrator.get("/refusals/" + reference).expect(200).body();
  }

  @Test
  void theNumberIsReadableInBothLanguagesAndOnAPhone() {
    String wrong = open.endpoint("auth") + "?" + open.query("https://evil.example/");
    try (RealBrowser browser = new RealBrowser()) {
      for (String language : new String[] {"ja", "en"}) {
        for (int width : new int[] {1_280, 390}) {
          Page page = browser.window(language, width);
          page.navigate(wrong);
          assertThat(page.textContent("#referenceNumber"))
              .containsPattern("[0-9A-Z]{10}")
              .contains(language.equals("ja") ? "参照番号" : "Reference number");
          browser.screenshot("request-refused-" + language + "-" + width);
          assertThat(browser.accessibilityFaults()).isEmpty();
          assertThat(browser.overflows()).isFalse();
        }
      }
      assertThat(browser.policyViolations()).isEmpty();
    }
  }

  @Test
  void rightRequestsAreTaken() {
    assertThat(saml.request().post(new HttpBrowser()).shows("username")).isTrue();
    assertThat(saml.get(new HttpBrowser(), saml.request().query("state")).shows("username"))
        .isTrue();
    String encoding =
        "&SAMLEncoding="
            + SamlMessages.encode("urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE");
    assertThat(saml.get(new HttpBrowser(), saml.request().query(null) + encoding).shows("username"))
        .isTrue();
    assertThat(new HttpBrowser().open(open.request()).shows("username")).isTrue();
    assertThat(new HttpBrowser().open(server.request()).shows("username")).isTrue();
  }

  @Test
  void aSignedRequestCountsOnceButMayBeReloaded() {
    String query = saml.request().query(null);
    HttpBrowser browser = saml.get(new HttpBrowser(), query);
    assertThat(browser.shows("username")).isTrue();
    assertThat(saml.get(browser, query).shows("username")).as("reloaded").isTrue();

    HttpBrowser thief = saml.get(new HttpBrowser(), query);

    assertThat(thief.status()).isEqualTo(400);
    assertThat(lookUp(thief).get("error").asText()).isEqualTo("saml_replayed");
  }

  @Test
  void whatIsInTheRelayStateGoesNowhereButBack() {
    TestUser user = tenant.addUser("relay");
    String state = "https://evil.example/\"><script>alert(1)</script>";
    HttpBrowser browser =
        SignIn.firstTime(saml.get(new HttpBrowser(), saml.request().query(state)), user);
    SamlAnswer answer = SamlAnswer.in(browser);
    assertThat(answer.action()).isEqualTo(SamlApplication.ACS);
    assertThat(answer.relayState()).isEqualTo(state);
    assertThat(browser.body()).doesNotContain("<script>alert");
  }

  @Test
  void nothingGoesRoundTheBrowser() {
    TestUser user = tenant.addUser("round");
    HttpBrowser browser = SignIn.firstTime(saml.request().post(new HttpBrowser()), user);
    String index = SamlAnswer.in(browser).attribute("AuthnStatement", "SessionIndex");
    String signOut =
        SamlMessages.signed(saml.logoutRequest(newId(), user.userId(), index), saml.key());
    String soap =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body>"
                .formatted(signOut)
            + "</s:Envelope>";

    assertThat(new HttpBrowser().postBody(saml.endpoint(), "text/xml", soap).status())
        .isEqualTo(415);
    assertThat(new HttpBrowser().postBody(saml.endpoint() + "/resolve", "text/xml", soap).status())
        .isEqualTo(404);
    assertThat(browser.open(tenant.menuUrl()).shows("username")).isFalse();
  }

  @Test
  void aSignOutCountsOnceAndItsAnswerMustBeSignedAndAsked() {
    TestUser user = tenant.addUser("leaves");
    HttpBrowser browser = SignIn.firstTime(saml.request().post(new HttpBrowser()), user);
    SamlAnswer signedIn = SamlAnswer.in(browser);
    String index = signedIn.attribute("AuthnStatement", "SessionIndex");

    browser.open(tenant.url() + "/protocol/openid-connect/logout?client_id=main-menu");
    browser.submit(Map.of("confirmLogout", "true"));
    String asked = SamlAnswer.in(browser).id();
    for (String forged :
        new String[] {
          saml.logoutResponse(asked),
          SamlMessages.signed(saml.logoutResponse(asked), stranger.key()),
          SamlMessages.signed(saml.logoutResponse("_another"), saml.key())
        }) {
      saml.post(browser, "SAMLResponse", forged);
      assertThat(browser.status()).isEqualTo(400);
      assertThat(lookUp(browser).get("error").asText()).startsWith("saml_");
    }
    saml.post(browser, "SAMLResponse", SamlMessages.signed(saml.logoutResponse(asked), saml.key()));
    assertThat(browser.status()).as(browser.text()).isEqualTo(200);

    String again =
        SamlMessages.signed(saml.logoutRequest(newId(), user.userId(), index), saml.key());
    assertThat(SamlAnswer.in(saml.post(new HttpBrowser(), "SAMLRequest", again)).isSuccess())
        .isTrue();
    HttpBrowser replayed = saml.post(new HttpBrowser(), "SAMLRequest", again);
    assertThat(lookUp(replayed).get("error").asText()).isEqualTo("saml_replayed");
  }

  @Test
  void noTokenComesWithoutACodeAndNoCodeWithoutAProofKey() {
    for (String type : new String[] {"token", "id_token", "id_token token", "code id_token"}) {
      String location =
          new HttpBrowser()
              .open(
                  open.request()
                          .replace(
                              "response_type=code", "response_type=" + SamlMessages.encode(type))
                      + "&nonce=n")
              .location();
      assertThat(location).as(type).contains("error=").doesNotContain("token=", "code=");
    }
    assertThat(
            new HttpBrowser()
                .open(open.request() + "&redirect_uri=https%3A%2F%2Fevil.example")
                .location())
        .as("a parameter twice")
        .startsWith(open.callback())
        .contains("error=invalid_request");
    String withoutKey = open.endpoint("auth") + "?" + open.query(open.callback());
    assertThat(new HttpBrowser().open(withoutKey).location()).contains("error=invalid_request");
    assertThat(
            new HttpBrowser()
                .open(withoutKey + "&code_challenge_method=plain&code_challenge=" + Pkce.VERIFIER)
                .location())
        .contains("error=invalid_request");
    assertThat(new HttpBrowser().open(withoutKey + "&code_challenge=" + Pkce.CHALLENGE).location())
        .contains("error=invalid_request");
  }

  @Test
  void aCodeIsOfOneApplicationOneKeyOneTenantAndOneUse() {
    TestUser user = tenant.addUser("codes");
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(server.request()), user);
    assertThat(browser.location()).contains("iss=" + SamlMessages.encode(tenant.url()));
    String code = OidcApplication.codeIn(browser);
    assertThat(open.exchange(code, Pkce.VERIFIER).status()).as("of another").isEqualTo(400);
    assertThat(server.exchange(fresh(browser), null).status()).as("no key").isEqualTo(400);
    assertThat(server.exchange(fresh(browser), "x".repeat(43)).status()).as("key").isEqualTo(400);

    String good = fresh(browser);
    JsonNode tokens = server.exchange(good, Pkce.VERIFIER).orFail("Tokens").body();
    String access = tokens.get("access_token").asText();
    assertThat(server.userInfo(access)).isEqualTo(200);
    assertThat(server.exchange(good, Pkce.VERIFIER).status()).as("again").isEqualTo(400);
    assertThat(server.userInfo(access)).as("revoked").isEqualTo(401);
    assertThat(server.refresh(tokens.get("refresh_token").asText()).status()).isEqualTo(400);
    assertThat(tenant.hasEvent("CODE_TO_TOKEN_ERROR", event -> true)).isTrue();
    OidcApplication there = OidcApplication.register(other, "attacks-server", false);
    assertThat(there.exchange(fresh(browser), Pkce.VERIFIER).status()).as("tenant").isEqualTo(400);
  }

  private static String fresh(HttpBrowser browser) {
    return OidcApplication.codeIn(browser.open(server.request()));
  }

  @Test
  void aRefreshTokenThatIsUsedAgainEndsThemAll() {
    HttpBrowser browser =
        SignIn.firstTime(new HttpBrowser().open(server.request()), tenant.addUser("rotates"));
    JsonNode first =
        server.exchange(OidcApplication.codeIn(browser), Pkce.VERIFIER).orFail("Tokens").body();
    String old = first.get("refresh_token").asText();
    JsonNode second = server.refresh(old).orFail("Refreshing").body();
    assertThat(server.refresh(old).status()).as("used").isEqualTo(400);
    assertThat(server.refresh(second.get("refresh_token").asText()).status()).isEqualTo(400);
    assertThat(tenant.hasEvent("REFRESH_TOKEN_ERROR", event -> true)).isTrue();
  }

  @Test
  void aSignOutLeadsToRegisteredAddressesOfItsOwnTenantOnly() {
    HttpBrowser browser =
        SignIn.firstTime(new HttpBrowser().open(server.request()), tenant.addUser("out"));
    JsonNode tokens =
        server.exchange(OidcApplication.codeIn(browser), Pkce.VERIFIER).orFail("Tokens").body();
    String hint = "&id_token_hint=" + tokens.get("id_token").asText();
    String end =
        "/protocol/openid-connect/logout?client_id=attacks-server&post_logout_redirect_uri=";
    String evil = SamlMessages.encode("https://evil.example/");
    assertThat(browser.open(tenant.url() + end + evil + hint).status()).isEqualTo(400);
    OidcApplication there =
        OidcApplication.register(other, "attacks-server-" + UUID.randomUUID(), false);
    HttpBrowser elsewhere =
        new HttpBrowser()
            .open(
                other.url()
                    + end.replace("attacks-server", there.clientId())
                    + SamlMessages.encode(there.callback())
                    + hint);
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(server.userInfo(tokens.get("access_token").asText())).as("still in").isEqualTo(200);
    browser.open(tenant.url() + end + SamlMessages.encode(server.callback()) + hint);
    assertThat(browser.location()).startsWith(server.callback());
    assertThat(server.userInfo(tokens.get("access_token").asText())).isEqualTo(401);
  }

  private static String newId() {
    return "_" + UUID.randomUUID();
  }

  private static String bomb() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE bomb [<!ENTITY e0 \"sekisho\">");
    for (int level = 1; level <= 9; level++) {
      String lower = "&e" + (level - 1) + ";";
      dtd.append("<!ENTITY e%d \"%s\">".formatted(level, lower.repeat(10)));
    }
    return dtd.append("]>") + saml.request().xml().replace("urn:attacks:sp", "&e9;");
  }
}
