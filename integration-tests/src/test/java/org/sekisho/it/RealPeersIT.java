package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/** Sign-in and sign-out with relying parties that nobody here wrote. */
@ExtendWith(Setup.class)
class RealPeersIT {

  private static final String NODE_SAML = "node-saml";
  private static final String SAMLIFY = "samlify";
  private static final String OPENID_CLIENT = "openid-client";

  private static TestTenant tenant;
  private static Peers peers;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("peers", "individual", "peers.example");
    String metadata = Http.getText(tenant.url() + "/protocol/saml/descriptor");
    Map<String, String> idp =
        Map.of(
            "endpoint",
            tenant.url() + "/protocol/saml",
            "issuer",
            tenant.url(),
            "certificate",
            metadata.replaceFirst("(?s).*<(?:\\w+:)?X509Certificate>([^<]+)<.*", "$1"),
            "metadata",
            metadata);
    peers =
        Peers.start(
            Map.of(
                "nodeSaml", saml(NODE_SAML, idp, true),
                "samlify", saml(SAMLIFY, idp, false),
                "openidClient", oidc(OPENID_CLIENT, false)));
  }

  @AfterAll
  static void close() {
    if (peers != null) {
      peers.close();
    }
  }

  /** The profile of docs/federation.md: signed both ways, encrypted where the party can read it. */
  private static Map<String, Object> saml(
      String party, Map<String, String> idp, boolean encrypted) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("saml_assertion_consumer_url_post", Peers.url(party) + "/acs");
    attributes.put(
        encrypted
            ? "saml_single_logout_service_url_redirect"
            : "saml_single_logout_service_url_post",
        Peers.url(party) + "/slo");
    attributes.put("saml.client.signature", "true");
    attributes.put("saml.server.signature", "true");
    attributes.put("saml.assertion.signature", "true");
    attributes.put("saml.signature.algorithm", "RSA_SHA256");
    attributes.put("saml.force.post.binding", "true");
    attributes.put("saml.authnstatement", "true");
    attributes.put("saml_name_id_format", "username");
    attributes.put("saml.encrypt", String.valueOf(encrypted));
    attributes.put("saml.encryption.algorithm", "http://www.w3.org/2009/xmlenc11#aes256-gcm");
    attributes.put(
        "saml.encryption.keyAlgorithm", "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p");
    attributes.put("saml.encryption.digestMethod", "http://www.w3.org/2000/09/xmldsig#sha1");
    TestKey signing = TestKey.make(party);
    TestKey encryption = TestKey.make(party);
    attributes.put("saml.signing.certificate", signing.certificate());
    attributes.put("saml.encryption.certificate", encryption.certificate());
    register(
        Map.of(
            "clientId",
            "urn:peers:" + party,
            "protocol",
            "saml",
            "frontchannelLogout",
            true,
            "fullScopeAllowed",
            false,
            "defaultClientScopes",
            List.of(),
            "redirectUris",
            List.of(Peers.url(party) + "/acs"),
            "attributes",
            attributes));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("url", Peers.url(party));
    settings.put("issuer", "urn:peers:" + party);
    settings.put("idp", idp);
    settings.put("privateKey", signing.pem());
    settings.put("certificate", signing.certificate());
    if (encrypted) {
      settings.put("decryptionKey", encryption.pem());
    }
    return settings;
  }

  private static Map<String, Object> oidc(String party, boolean front) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("pkce.code.challenge.method", "S256");
    attributes.put("require.pushed.authorization.requests", "true");
    attributes.put("dpop.bound.access.tokens", "true");
    attributes.put("post.logout.redirect.uris", Peers.url(party) + "/signed-out");
    attributes.put("backchannel.logout.url", Peers.url(party) + "/backchannel");
    attributes.put("backchannel.logout.session.required", "true");
    attributes.put("frontchannel.logout.url", Peers.url(party) + "/frontchannel");
    attributes.put("frontchannel.logout.session.required", "true");
    register(
        Map.of(
            "clientId",
            party,
            "secret",
            OidcApplication.SECRET,
            "standardFlowEnabled",
            true,
            "fullScopeAllowed",
            false,
            "frontchannelLogout",
            front,
            "defaultClientScopes",
            List.of("basic", "acr", "profile"),
            "redirectUris",
            List.of(Peers.url(party) + "/callback"),
            "attributes",
            attributes));
    TestTenant.SECRETS.add(OidcApplication.SECRET);
    return Map.of(
        "url",
        Peers.url(party),
        "issuer",
        tenant.url(),
        "clientId",
        party,
        "secret",
        OidcApplication.SECRET);
  }

  private static void register(Map<String, ?> client) {
    tenant.admin("POST", "/clients", client).orFail("Registering");
  }

  private static JsonNode find(String clientId) {
    return tenant
        .admin("GET", "/clients?clientId=" + SamlMessages.encode(clientId), null)
        .body()
        .get(0);
  }

  private static JsonNode json(HttpBrowser browser) {
    try {
      return new ObjectMapper().readTree(browser.page().text());
    } catch (IOException noJson) {
      throw new AssertionError(browser.location() + ": " + browser.body(), noJson);
    }
  }

  private static HttpBrowser visit(HttpBrowser browser, String party, String page) {
    return browser.open(Peers.url(party) + "/" + page).followPostedForms();
  }

  private static void signedIn(HttpBrowser browser) {
    assertThat(json(browser).path("signedIn").asBoolean()).as(browser.body()).isTrue();
  }

  @Test
  void twoSamlPartiesSignInAndAreSignedOutTogetherByEither() {
    TestUser user = tenant.addUser("saml");
    HttpBrowser browser = new HttpBrowser();
    signedIn(SignIn.firstTime(visit(browser, NODE_SAML, "sign-in"), user).followPostedForms());
    JsonNode first = Peers.session(NODE_SAML);
    assertThat(first.get("nameId").asText()).isEqualTo(user.userId());
    assertThat(first.get("encrypted").asBoolean()).isTrue();
    assertThat(first.get("classRef").asText()).isEqualTo(Microsoft.MULTIPLE_AUTHN);
    signedIn(visit(browser, SAMLIFY, "sign-in"));
    assertThat(Peers.session(SAMLIFY).get("nameId").asText()).isEqualTo(user.userId());

    visit(browser, NODE_SAML, "sign-out");

    assertThat(json(browser).path("signedOut").asBoolean()).as(browser.body()).isTrue();
    assertThat(browser.location()).startsWith(Peers.url(NODE_SAML));
    assertThat(Peers.session(SAMLIFY).get("signedIn").asBoolean()).isFalse();
    assertThat(Peers.session(NODE_SAML).get("signedIn").asBoolean()).isFalse();
    assertThat(browser.open(tenant.menuUrl()).shows("username")).isTrue();
  }

  @Test
  void theOtherSamlPartyMayBeginTheSignOutToo() {
    TestUser user = tenant.addUser("samlify");
    HttpBrowser browser = new HttpBrowser();
    signedIn(SignIn.firstTime(visit(browser, SAMLIFY, "sign-in"), user).followPostedForms());
    signedIn(visit(browser, NODE_SAML, "sign-in"));

    visit(browser, SAMLIFY, "sign-out");

    assertThat(json(browser).path("signedOut").asBoolean()).as(browser.body()).isTrue();
    assertThat(Peers.session(NODE_SAML).get("signedIn").asBoolean()).isFalse();
    assertThat(browser.open(tenant.menuUrl()).shows("username")).isTrue();
  }

  @Test
  void openIdConnectWithPushedRequestsBoundTokensAndRotation() throws InterruptedException {
    TestUser user = tenant.addUser("oidc");
    HttpBrowser browser = new HttpBrowser();
    signedIn(SignIn.firstTime(visit(browser, OPENID_CLIENT, "sign-in?acr_values=mfa"), user));
    JsonNode session = Peers.session(OPENID_CLIENT);
    assertThat(session.get("type").asText()).isEqualToIgnoringCase("dpop");
    assertThat(session.get("acr").asText()).isEqualTo("mfa");
    assertThat(session.get("iss").asText()).isEqualTo(tenant.url());
    assertThat(json(visit(new HttpBrowser(), OPENID_CLIENT, "user-info")).get("sub").asText())
        .isEqualTo(user.id());
    assertThat(json(visit(new HttpBrowser(), OPENID_CLIENT, "stolen-token")).get("status").asInt())
        .isEqualTo(401);
    assertThat(json(visit(new HttpBrowser(), OPENID_CLIENT, "refresh")).get("rotated").asBoolean())
        .isTrue();
    String pushed =
        tenant.url()
            + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id="
            + OPENID_CLIENT
            + Pkce.PARAMETERS
            + "&redirect_uri="
            + SamlMessages.encode(Peers.url(OPENID_CLIENT) + "/callback");
    assertThat(new HttpBrowser().open(pushed).location()).as("not pushed").contains("error=");

    user.admin("POST", "/logout", Map.of()).orFail("Signing out");
    Eventually.holds(() -> !Peers.session(OPENID_CLIENT).get("signedIn").asBoolean());
    assertThat(Peers.session(OPENID_CLIENT).get("told").toString())
        .contains("http://schemas.openid.net/event/backchannel-logout");
  }

  @Test
  void aPartyThatWantsToBeToldInTheBrowserIsToldThere() {
    tellBy(true);
    HttpBrowser browser = new HttpBrowser();
    signedIn(SignIn.firstTime(visit(browser, OPENID_CLIENT, "sign-in"), tenant.addUser("front")));

    visit(browser, OPENID_CLIENT, "sign-out");

    String frame = browser.page().select("iframe").attr("src");
    assertThat(frame).as(browser.body()).startsWith(Peers.url(OPENID_CLIENT) + "/frontchannel");
    assertThat(browser.header("Content-Security-Policy")).contains("frame-src");
    new HttpBrowser().open(frame);
    assertThat(Peers.session(OPENID_CLIENT).get("told").toString()).contains("front");
    tellBy(false);
  }

  private static void tellBy(boolean browser) {
    ObjectNode client = (ObjectNode) find(OPENID_CLIENT);
    client.put("frontchannelLogout", browser);
    ((ObjectNode) client.get("attributes"))
        .put("backchannel.logout.url", browser ? "" : Peers.url(OPENID_CLIENT) + "/backchannel");
    tenant.admin("PUT", "/clients/" + client.get("id").asText(), client).orFail("How to tell");
  }
}
