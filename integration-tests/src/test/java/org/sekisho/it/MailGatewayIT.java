package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Operator;

@ExtendWith(Setup.class)
class MailGatewayIT {

  private static final String URL = Setup.PORTS.mailGatewayUrl();

  private static TestTenant tenant;

  @BeforeAll
  static void open() {
    tenant = TestTenant.open("mailgw", "individual", "mailgw.example");
    tenant.federate("enforceMfaByFederatedIdp", "mailgw.example");
  }

  private static HttpBrowser begin(HttpBrowser browser, TestUser user, String more) {
    return browser.open(URL + "/sign-in?user=" + user.userId() + more);
  }

  private static JsonNode session(HttpBrowser browser) throws IOException {
    browser.open(URL + "/session");
    return new ObjectMapper().readTree(browser.page().text());
  }

  @Test
  void theIdTokenTellsWhoAndHow() throws IOException {
    TestUser user = tenant.addUser("oidc");
    HttpBrowser browser = SignIn.firstTime(begin(new HttpBrowser(), user, ""), user);
    assertThat(browser.location()).startsWith(URL);
    JsonNode session = session(browser);
    assertThat(session.get("signedIn").asBoolean()).isTrue();
    assertThat(session.get("acr").asText()).isEqualTo("mfa");
    assertThat(session.get("amr")).map(JsonNode::asText).containsExactlyInAnyOrder("pwd", "sms");
    assertThat(session.get("claims").get("preferred_username").asText()).isEqualTo(user.userId());
  }

  /** The gateway may know people by their address; then nobody may have that of another. */
  @Test
  void aMailAddressThatOthersHaveTooIsNotTold() throws IOException {
    TestUser user = tenant.addUser("shared-1");
    TestUser other = tenant.addUser("shared-2");
    mailTo(user, "own@mailgw.example");
    HttpBrowser browser = SignIn.firstTime(begin(new HttpBrowser(), user, ""), user);
    assertThat(session(browser).get("claims").path("email").asText())
        .isEqualTo("own@mailgw.example");
    mailTo(other, "own@mailgw.example");
    begin(browser, user, "");
    JsonNode claims = session(browser).get("claims");
    assertThat(claims.has("email")).as(claims.toString()).isFalse();
    assertThat(claims.get("preferred_username").asText()).isEqualTo(user.userId());
  }

  private static void mailTo(TestUser user, String address) {
    ObjectNode stored = (ObjectNode) user.admin("GET", "", null).body();
    stored.put("email", address);
    user.admin("PUT", "", stored).orFail("The address");
  }

  @Test
  void singleSignOnTellsTheSameFactors() throws IOException {
    TestUser user = tenant.addUser("sso");
    HttpBrowser browser = SignIn.firstTime(user);
    begin(browser, user, "");
    assertThat(browser.location()).startsWith(URL);
    JsonNode session = session(browser);
    assertThat(session.get("acr").asText()).isEqualTo("mfa");
    assertThat(session.get("amr")).map(JsonNode::asText).containsExactlyInAnyOrder("pwd", "sms");
  }

  @Test
  void promptLoginAsksAgain() {
    TestUser user = tenant.addUser("prompt");
    HttpBrowser browser = SignIn.firstTime(user);
    begin(browser, user, "&prompt=login");
    assertThat(browser.shows("password")).isTrue();
  }

  @Test
  void alteredRedirectParametersEndOnOurPage() {
    for (String query :
        new String[] {
          "client_id=mail-gateway&redirect_uri=https://evil.example/callback&response_type=code",
          "client_id=nobody&redirect_uri=" + URL + "/callback&response_type=code",
          "redirect_uri=" + URL + "/callback&response_type=code",
          "client_id=mail-gateway&response_type=code&redirect_uri=" + URL + "/callback/../evil"
        }) {
      HttpBrowser browser =
          new HttpBrowser().open(tenant.url() + "/protocol/openid-connect/auth?" + query);
      assertThat(browser.location()).as(query).startsWith(Setup.PORTS.serverUrl());
      assertThat(browser.status()).as(query).isBetween(400, 499);
      assertThat(browser.shows("username")).isFalse();
    }
  }

  @Test
  void aCodeWithoutProofKeyIsNotGiven() {
    HttpBrowser browser =
        new HttpBrowser()
            .open(
                tenant.url()
                    + "/protocol/openid-connect/auth?client_id=mail-gateway&response_type=code"
                    + "&scope=openid&state=s&redirect_uri="
                    + URL
                    + "/callback");
    assertThat(browser.shows("username")).isFalse();
  }

  @Test
  void signingOutAtTheGatewayEndsTheSessionEverywhere() throws IOException {
    TestUser user = tenant.addUser("out");
    HttpBrowser browser = SignIn.firstTime(begin(new HttpBrowser(), user, ""), user);
    browser.open(URL + "/sign-out").followPostedForms();
    assertThat(session(browser).get("signedIn").asBoolean()).isFalse();
    browser.open(tenant.menuUrl());
    assertThat(browser.shows("username")).isTrue();
  }

  @Test
  void adminSignOutReachesTheGateway() throws IOException, InterruptedException {
    TestUser user = tenant.addUser("kicked");
    HttpBrowser browser = SignIn.firstTime(begin(new HttpBrowser(), user, ""), user);
    user.admin("POST", "/logout", Map.of()).orFail("Signing out");
    Eventually.holds(() -> !isSignedIn(browser));
  }

  @Test
  void theEmergencyLockReachesTheGateway() throws IOException, InterruptedException {
    TestUser user = tenant.addUser("lost");
    HttpBrowser browser = SignIn.firstTime(begin(new HttpBrowser(), user, ""), user);
    assertThat(isSignedIn(browser)).isTrue();
    new Operator(Setup.PORTS.serverUrl())
        .send("POST", "/tenants/mailgw/users/" + user.userId() + "/lock", Map.of("ticket", "T-1"))
        .orFail("The lock");
    Eventually.holds(() -> !isSignedIn(browser));
  }

  private static boolean isSignedIn(HttpBrowser browser) {
    try {
      return session(browser).get("signedIn").asBoolean();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
