package org.sekisho.standins.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.sekisho.standins.web.TestBrowser;

/** The whole way of a sign-in and a sign-out, with the test as browser and as identity provider. */
class SignInTest {
  private final Microsoft365 microsoft365 = Microsoft365.start(0);
  private final TestBrowser browser = new TestBrowser();

  @BeforeEach
  void configure() {
    String certificate = GraphCertificate.format(Courtroom.KEY.certificate());
    browser.json(
        "POST",
        at("/v1.0/domains/example.co.jp/federationConfiguration"),
        GraphTest.federation(SampleResponse.ISSUER, certificate));
    browser.json("POST", at("/v1.0/users"), GraphTest.user("hanako", SampleResponse.IMMUTABLE_ID));
  }

  @AfterEach
  void close() {
    microsoft365.close();
  }

  private String at(String path) {
    return microsoft365.address() + path;
  }

  private HttpResponse<String> start(RequestVariant variant) {
    return browser.get(at("/sign-in?user=" + SampleResponse.USER + "&variant=" + variant.label()));
  }

  private static String requestOf(HttpResponse<String> page) {
    byte[] xml = Base64.getDecoder().decode(TestBrowser.field(page, "SAMLRequest"));
    return new String(xml, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> answer(String request, String relayState) {
    String id = request.replaceFirst("(?s).* ID=\"([^\"]+)\".*", "$1");
    String response = SampleResponse.to(id, at("/login.srf"), Instant.now());
    String signed = ResponseSigner.with(Courtroom.KEY).signAssertion(response);
    String encoded = Base64.getEncoder().encodeToString(signed.getBytes(StandardCharsets.UTF_8));
    return browser.post(
        at("/login.srf"), Map.of("SAMLResponse", encoded, "RelayState", relayState));
  }

  private JsonNode session() {
    return TestBrowser.parse(browser.get(at("/session")));
  }

  @Test
  void theUsualRequestHasTheDocumentedShape() {
    assertThat(requestOf(start(RequestVariant.PLAIN)))
        .matches(
            "<samlp:AuthnRequest ID=\"_[0-9a-f]{32}\" Version=\"2.0\" IssueInstant=\"[^\"]+Z\" "
                + "xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                + "<Issuer xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\">urn:federation:MicrosoftOnline</Issuer>"
                + "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\"/>"
                + "</samlp:AuthnRequest>");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ENTITY_EXPANSION", "REDIRECT"})
  void everyOtherVariantIsAValidRequest(RequestVariant variant) throws BrokenRule {
    byte[] xml = requestOf(start(variant)).getBytes(StandardCharsets.UTF_8);
    AuthnRequest request = (AuthnRequest) Saml.parse(xml);
    Saml.requireSchema(request.getDOM().getOwnerDocument());
    assertThat(request.getSignature() != null).isEqualTo(variant == RequestVariant.SIGNED_SHA256);
  }

  @Test
  void theSignedRequestVerifiesWithThePublishedCertificate() throws BrokenRule {
    byte[] xml = requestOf(start(RequestVariant.SIGNED_SHA256)).getBytes(StandardCharsets.UTF_8);
    String certificate =
        browser
            .get(at("/federationmetadata/saml20/federationmetadata.xml"))
            .body()
            .replaceFirst("(?s).*<X509Certificate>(.*)</X509Certificate>.*", "$1");
    AuthnRequest request = (AuthnRequest) Saml.parse(xml);
    new TrustedKeys(List.of(GraphCertificate.parse("x", certificate)))
        .requireSound(request, request.getID());
  }

  @Test
  void signInAndSignOut() throws BrokenRule {
    HttpResponse<String> page = start(RequestVariant.LONG_RELAY_STATE);
    String relayState = TestBrowser.field(page, "RelayState");
    assertThat(relayState.length()).isGreaterThan(2048);
    assertThat(answer(requestOf(page), relayState).headers().firstValue("Location")).contains("/");
    assertThat(session().get("userPrincipalName").asText()).isEqualTo(SampleResponse.USER);
    assertThat(session().get("mfa").asBoolean()).isTrue();
    JsonNode result =
        TestBrowser.parse(browser.get(at("/last-result?user=" + SampleResponse.USER)));
    assertThat(result.get("accepted").asBoolean()).isTrue();
    assertThat(result.get("relayStateEqual").asBoolean()).isTrue();
    assertThat(browser.get(at("/")).body()).contains(SampleResponse.USER);

    URI away =
        URI.create(browser.get(at("/sign-out")).headers().firstValue("Location").orElseThrow());
    assertThat(away.toString()).startsWith("https://idp.example/slo?SAMLRequest=");
    String parameter = away.getRawQuery().replace("SAMLRequest=", "");
    byte[] logout = Bindings.decodeRedirect(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
    assertThat(new String(logout, StandardCharsets.UTF_8)).contains("<samlp:SessionIndex>s1<");
    assertThat(session().get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void aRefusalSaysWhichRule() {
    HttpResponse<String> page = start(RequestVariant.PLAIN);
    HttpResponse<String> refused = answer(requestOf(page), "<changed>");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("V-27").doesNotContain("<changed>");
    assertThat(browser.post(at("/login.srf"), Map.of("SAMLResponse", "%%%")).statusCode())
        .isEqualTo(400);
    assertThat(browser.post(at("/login.srf"), Map.of()).body()).contains("AADSTS75005");
    assertThat(browser.get(at("/login.srf?SAMLRequest=AAAA")).body()).contains("AADSTS50061");
    assertThat(session().get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void theIdentityProviderCanSignTheUserOut() {
    HttpResponse<String> page = start(RequestVariant.PLAIN);
    answer(requestOf(page), TestBrowser.field(page, "RelayState"));
    String logout =
        """
        <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_l1" Version="2.0" \
        IssueInstant="2026-01-01T00:00:00Z"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>\
        <saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:NameID></samlp:LogoutRequest>"""
            .formatted(SampleResponse.ISSUER, SampleResponse.IMMUTABLE_ID);
    String encoded = Base64.getEncoder().encodeToString(logout.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answered =
        browser.post(at("/login.srf"), Map.of("SAMLRequest", encoded, "RelayState", "r<1>"));
    byte[] response = Base64.getDecoder().decode(TestBrowser.field(answered, "SAMLResponse"));
    assertThat(new String(response, StandardCharsets.UTF_8))
        .contains("InResponseTo=\"_l1\"")
        .contains("status:Success");
    assertThat(TestBrowser.field(answered, "RelayState")).isEqualTo("r<1>");
    assertThat(session().get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void aFormOfAnotherSiteIsPostedOnceMoreToGetTheCookies() {
    HttpResponse<String> page =
        new TestBrowser()
            .send(
                TestBrowser.request(at("/login.srf"))
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("SAMLResponse=AAAA&RelayState=r")));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(TestBrowser.field(page, "SAMLResponse")).isEqualTo("AAAA");
  }

  @Test
  void unknownDomainsAndHugeBodiesAreRefused() {
    assertThat(browser.get(at("/sign-in?user=a@nowhere.example")).statusCode()).isEqualTo(404);
    assertThat(
            browser
                .post(at("/login.srf"), Map.of("SAMLResponse", "A".repeat(2 << 20)))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void settingsAreCheckedAndKept() {
    String wanted =
        "{\"ruleSet\":\"documented\",\"clockSkewSeconds\":0,\"signInFrequencySeconds\":60}";
    JsonNode kept = TestBrowser.parse(browser.json("PUT", at("/settings"), wanted));
    assertThat(kept.get("ruleSet").asText()).isEqualTo("documented");
    assertThat(kept.get("signInFrequencySeconds").asInt()).isEqualTo(60);
    assertThat(browser.json("PUT", at("/settings"), "{\"ruleSet\":\"odd\"}").statusCode())
        .isEqualTo(400);
  }
}
