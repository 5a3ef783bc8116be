package org.sekisho.standins.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.standins.web.TestBrowser;

class GraphTest {
  private final Microsoft365 microsoft365 = Microsoft365.start(0);
  private final TestBrowser browser = new TestBrowser();

  @AfterEach
  void close() {
    microsoft365.close();
  }

  static String federation(String issuer, String certificate) {
    return """
    {"@odata.type":"#microsoft.graph.internalDomainFederation","issuerUri":"%s",\
    "passiveSignInUri":"https://idp.example/sso","signOutUri":"https://idp.example/slo",\
    "preferredAuthenticationProtocol":"saml","signingCertificate":"%s",\
    "federatedIdpMfaBehavior":"acceptIfMfaDoneByFederatedIdp"}"""
        .formatted(issuer, certificate);
  }

  static String user(String name, String immutableId) {
    return """
    {"accountEnabled":true,"displayName":"%1$s","mailNickname":"%1$s",\
    "userPrincipalName":"%1$s@example.co.jp","onPremisesImmutableId":"%2$s",\
    "passwordProfile":{"password":"thrown-away"}}"""
        .formatted(name, immutableId);
  }

  private static String certificate() {
    return GraphCertificate.format(Courtroom.KEY.certificate());
  }

  private String domainAddress(String domain) {
    return microsoft365.address() + "/v1.0/domains/" + domain + "/federationConfiguration";
  }

  private HttpResponse<String> federate(String domain, String json) {
    return browser.json("POST", domainAddress(domain), json);
  }

  private HttpResponse<String> addUser(String json) {
    return browser.json("POST", microsoft365.address() + "/v1.0/users", json);
  }

  private static String code(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + TestBrowser.parse(answer).path("error").path("code").asText();
  }

  @Test
  void aDomainIsFederatedOnceAndWithAnIssuerOfItsOwn() {
    HttpResponse<String> created = federate("example.co.jp", federation("urn:a", certificate()));
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(code(federate("example.co.jp", federation("urn:b", certificate()))))
        .startsWith("409");
    assertThat(code(federate("other.example", federation("urn:a", certificate()))))
        .isEqualTo("409 Request_MultipleObjectsWithSameKeyValue");
    assertThat(TestBrowser.parse(browser.get(domainAddress("example.co.jp"))).path("value"))
        .hasSize(1);
  }

  @Test
  void incompleteFederationsAreRefused() {
    String complete = federation("urn:a", certificate());
    assertThat(
            code(
                federate(
                    "a.example",
                    complete.replace("\"preferredAuthenticationProtocol\":\"saml\",", ""))))
        .isEqualTo("400 Request_BadRequest");
    assertThat(
            code(
                federate(
                    "a.example", complete.replaceAll("\"signingCertificate\":\"[^\"]*\",", ""))))
        .isEqualTo("400 Request_BadRequest");
    assertThat(code(federate("a.example", federation("urn:a", "-----BEGIN CERTIFICATE-----"))))
        .isEqualTo("400 Request_BadRequest");
    assertThat(code(federate("a.onmicrosoft.com", complete))).isEqualTo("400 Request_BadRequest");
    assertThat(federate("a.example", complete).statusCode()).isEqualTo(201);
  }

  @Test
  void aFederationCanBeChangedAndRemoved() {
    String id =
        TestBrowser.parse(federate("a.example", federation("urn:a", certificate())))
            .get("id")
            .asText();
    String address = domainAddress("a.example") + "/" + id;
    String next = GraphCertificate.format(Courtroom.FOREIGN_KEY.certificate());
    HttpResponse<String> changed =
        browser.json("PATCH", address, "{\"nextSigningCertificate\":\"" + next + "\"}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(TestBrowser.parse(browser.get(address)).get("nextSigningCertificate").asText())
        .isEqualTo(next);
    assertThat(browser.json("DELETE", address, "").statusCode()).isEqualTo(204);
    assertThat(browser.get(address).statusCode()).isEqualTo(404);
  }

  @Test
  void usersOfFederatedDomainsNeedAnImmutableId() {
    federate("example.co.jp", federation("urn:a", certificate()));
    assertThat(code(addUser(user("hanako", "")))).isEqualTo("400 Request_BadRequest");
    assertThat(code(addUser(user("hanako", "a_b")))).isEqualTo("400 Request_BadRequest");
    assertThat(code(addUser(user("hanako", "a$b")))).isEqualTo("400 Request_BadRequest");
    assertThat(addUser(user("hanako", "abc")).statusCode()).isEqualTo(201);
    assertThat(code(addUser(user("hanako", "def")))).isEqualTo("400 ObjectConflict");
    assertThat(code(addUser(user("taro", "abc")))).isEqualTo("400 ObjectConflict");
    assertThat(code(addUser(user("taro", "x").replace("passwordProfile", "other"))))
        .isEqualTo("400 Request_BadRequest");
  }

  @Test
  void usersCanBeReadDisabledAndDeleted() {
    addUser(user("hanako", "abc"));
    String address = microsoft365.address() + "/v1.0/users/hanako@example.co.jp";
    assertThat(TestBrowser.parse(browser.get(address)).has("onPremisesImmutableId")).isFalse();
    assertThat(
            TestBrowser.parse(browser.get(address + "?$select=onPremisesImmutableId"))
                .get("onPremisesImmutableId")
                .asText())
        .isEqualTo("abc");
    assertThat(browser.json("PATCH", address, "{\"accountEnabled\":false}").statusCode())
        .isEqualTo(204);
    assertThat(TestBrowser.parse(browser.get(address)).get("accountEnabled").asBoolean()).isFalse();
    assertThat(browser.json("DELETE", address, "").statusCode()).isEqualTo(204);
    assertThat(browser.get(address).statusCode()).isEqualTo(404);
  }
}
