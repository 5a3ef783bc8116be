package org.sekisho.standins.mailgateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.standins.web.TestBrowser;

@SuppressWarnings("JavaUtilDate")
class MailGatewayTest {
  private final FakeProvider provider = new FakeProvider();
  private final MailGateway gateway =
      MailGateway.start(0, new GatewayClient(GatewayClient.USUAL_ID, "s3cret+"));
  private final TestBrowser browser = new TestBrowser();

  @AfterEach
  void close() {
    gateway.close();
    provider.close();
  }

  private String at(String path) {
    return gateway.address() + path;
  }

  /** Starts a sign-in and returns the address that the browser is sent to. */
  private String start(String more) {
    HttpResponse<String> answer =
        browser.get(at("/sign-in?issuer=" + TestBrowser.encode(provider.issuer()) + more));
    String location = answer.headers().firstValue("Location").orElseThrow();
    provider.expectNonce(parameter(location, "nonce"));
    return location;
  }

  private static String parameter(String address, String name) {
    return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
  }

  private HttpResponse<String> signIn() {
    return browser.get(at("/callback?code=c1&state=" + parameter(start(""), "state")));
  }

  private JsonNode session() {
    return TestBrowser.parse(browser.get(at("/session")));
  }

  @Test
  void theRequestHasStateNonceAndPkce() {
    String request = start("&prompt=none&max_age=60&login_hint=a%40b");
    assertThat(request).startsWith(provider.issuer() + "/authorize?response_type=code");
    assertThat(parameter(request, "code_challenge_method")).isEqualTo("S256");
    assertThat(parameter(request, "code_challenge")).hasSize(43);
    assertThat(request).contains("&prompt=none", "&max_age=60", "&login_hint=a%40b");
  }

  @Test
  void aUserSignsInAndOut() {
    assertThat(signIn().headers().firstValue("Location")).contains("/");
    assertThat(session().get("signedIn").asBoolean()).isTrue();
    assertThat(session().get("claims").get("sub").asText()).isEqualTo("u1");
    assertThat(session().get("amr").get(1).asText()).isEqualTo("sms");
    assertThat(browser.get(at("/")).body()).contains("hanako@example.co.jp");
    String credentials = provider.lastTokenRequest().header("Authorization").orElseThrow();
    assertThat(
            new String(
                Base64.getDecoder().decode(credentials.substring(6)), StandardCharsets.UTF_8))
        .isEqualTo("mail-gateway:s3cret%2B");
    String away = browser.get(at("/sign-out")).headers().firstValue("Location").orElseThrow();
    assertThat(away)
        .startsWith(provider.issuer() + "/logout?id_token_hint=")
        .contains("signed-out");
    assertThat(session().get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void usersAreSentToTheIssuerOfTheirDomain() {
    String tenants =
        "[{\"domain\":\"example.co.jp\",\"issuer\":\"%s\",\"clientId\":\"gw\"}]"
            .formatted(provider.issuer());
    assertThat(browser.json("PUT", at("/tenants"), tenants).statusCode()).isEqualTo(200);
    String location =
        browser
            .get(at("/sign-in?user=hanako@example.co.jp"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(parameter(location, "client_id")).isEqualTo("gw");
    assertThat(browser.get(at("/sign-in?user=a@nowhere.example")).statusCode()).isEqualTo(502);
  }

  static Stream<Arguments> wrongIdTokens() {
    return Stream.of(
        wrong("another issuer", claims -> claims.issuer("https://evil.example")),
        wrong("somebody else", claims -> claims.audience("other")),
        wrong("nonce", claims -> claims.claim("nonce", "other")),
        wrong(
            "expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
        wrong("future", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600)))),
        wrong("no sub", claims -> claims.subject(null)),
        wrong("access token", claims -> claims.claim("at_hash", "AAAA")));
  }

  private static Arguments wrong(String text, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(text, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongIdTokens")
  void wrongIdTokensAreRefused(String text, UnaryOperator<JWTClaimsSet.Builder> change) {
    provider.changeClaims(change);
    HttpResponse<String> answer = signIn();
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains(text);
    assertThat(session().get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    provider.signWithAnotherKey();
    assertThat(signIn().body()).contains("No key of the issuer");
  }

  @Test
  void aForeignOrUsedStateIsRefused() {
    String state = parameter(start(""), "state");
    assertThat(new TestBrowser().get(at("/callback?code=c1&state=" + state)).statusCode())
        .isEqualTo(400);
    assertThat(browser.get(at("/callback?code=c1&state=" + state)).statusCode()).isEqualTo(302);
    assertThat(browser.get(at("/callback?code=c1&state=" + state)).statusCode()).isEqualTo(400);
  }

  @Test
  void errorsOfTheProviderAreShownEscaped() {
    String state = parameter(start(""), "state");
    String body =
        browser
            .get(at("/callback?error=login_required&error_description=%3Cb%3E&state=" + state))
            .body();
    assertThat(body).contains("login_required").contains("&lt;b&gt;").doesNotContain("<b>");
  }

  private int logOut(UnaryOperator<JWTClaimsSet.Builder> change) {
    return browser
        .post(at("/backchannel-logout"), Map.of("logout_token", provider.logoutToken(change)))
        .statusCode();
  }

  @Test
  void theProviderCanEndTheSessionOnce() {
    signIn();
    assertThat(logOut(claims -> claims)).isEqualTo(200);
    assertThat(session().get("signedIn").asBoolean()).isFalse();
    assertThat(logOut(claims -> claims)).isEqualTo(400);
  }

  @Test
  void wrongLogoutTokensAreRefused() {
    signIn();
    assertThat(logOut(claims -> claims.claim("nonce", "n"))).isEqualTo(400);
    assertThat(logOut(claims -> claims.claim("events", null))).isEqualTo(400);
    assertThat(logOut(claims -> claims.audience("other"))).isEqualTo(400);
    assertThat(logOut(claims -> claims.jwtID(null))).isEqualTo(400);
    assertThat(logOut(claims -> claims.claim("sid", null).subject(null))).isEqualTo(400);
    assertThat(logOut(claims -> claims.issuer("https://evil.example"))).isEqualTo(400);
    assertThat(session().get("signedIn").asBoolean()).isTrue();
  }

  @Test
  void anIssuerThatCannotBeReachedIsReported() {
    assertThat(browser.get(at("/sign-in?issuer=http://localhost:1")).statusCode()).isEqualTo(502);
  }
}
