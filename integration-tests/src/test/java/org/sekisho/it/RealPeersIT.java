package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  private static IdAdministrator administrator;
  private static Peers peers;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("peers", "individual", "peers.example");
    administrator = IdAdministrator.of(tenant, new From("127.0.0.1"));
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
                "openidClient", oidc(OPENID_CLIENT)));
  }

  @AfterAll
  static void close() {
    if (peers != null) {
      peers.close();
    }
  }

  /** With the profile of the catalogue, which says nothing of what is signed. */
  private static Map<String, Object> saml(
      String party, Map<String, String> idp, boolean encrypted) {
    TestKey signing = TestKey.make(party);
    TestKey encryption = TestKey.make(party);
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("entityId", "urn:peers:" + party);
    wish.put("acs", List.of(Peers.url(party) + "/acs"));
    wish.put("logoutUrl", Peers.url(party) + "/slo");
    wish.put("logoutBinding", encrypted ? "redirect" : "post");
    wish.put("nameIdFormat", "unspecified");
    wish.put("nameIdSource", "userId");
    wish.put("requestsSigned", true);
    wish.put("signingCertificates", List.of(signing.certificate()));
    if (encrypted) {
      wish.put("encryptionCertificate", encryption.certificate());
    }
    add("saml", party, "saml", wish);
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

  private static Map<String, Object> oidc(String party) {
    JsonNode added = add("openid-connect", party, "openIdConnect", oidcWish(party, false));
    String secret = added.get("secret").asText();
    TestTenant.SECRETS.add(secret);
    return Map.of(
        "url", Peers.url(party), "issuer", tenant.url(), "clientId", party, "secret", secret);
  }

  private static Map<String, Object> oidcWish(String party, boolean front) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("clientId", party);
    wish.put("redirectUris", List.of(Peers.url(party) + "/callback"));
    wish.put("postLogoutRedirectUris", List.of(Peers.url(party) + "/signed-out"));
    wish.put("pushedRequests", true);
    wish.put("senderConstrained", true);
    if (front) {
      wish.put("frontchannelLogoutUrl", Peers.url(party) + "/frontchannel");
    } else {
      wish.put("backchannelLogoutUrl", Peers.url(party) + "/backchannel");
    }
    return wish;
  }

  private static JsonNode add(String catalogue, String party, String protocol, Object wish) {
    return administrator
        .applications(
            "POST",
            "",
            null,
            Map.of(
                "catalogue",
                catalogue,
                "name",
                Map.of("ja", party, "en", party),
                "everybody",
                true,
                protocol,
                wish,
                "reason",
                "検査"))
        .expect(201)
        .body();
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
    try {
      isToldInTheBrowser();
    } finally {
      tellBy(false);
    }
  }

  private static void isToldInTheBrowser() {
    HttpBrowser browser = new HttpBrowser();
    signedIn(SignIn.firstTime(visit(browser, OPENID_CLIENT, "sign-in"), tenant.addUser("front")));

    visit(browser, OPENID_CLIENT, "sign-out");

    String frame = browser.page().select("iframe").attr("src");
    assertThat(frame).as(browser.body()).startsWith(Peers.url(OPENID_CLIENT) + "/frontchannel");
    assertThat(browser.header("Content-Security-Policy")).contains("frame-src");
    new HttpBrowser().open(frame);
    assertThat(Peers.session(OPENID_CLIENT).get("told").toString()).contains("front");
  }

  private static void tellBy(boolean browser) {
    String id = null;
    for (JsonNode each :
        administrator.applications("GET", "", null, null).expect(200).body().get("applications")) {
      id = each.get("clientId").asText().equals(OPENID_CLIENT) ? each.get("id").asText() : id;
    }
    String version = administrator.applications("GET", "/" + id, null, null).expect(200).etag();
    Map<String, Object> wish =
        Map.of("openIdConnect", oidcWish(OPENID_CLIENT, browser), "reason", "検査");
    administrator.applications("PUT", "/" + id, version, wish).expect(200);
  }
}
