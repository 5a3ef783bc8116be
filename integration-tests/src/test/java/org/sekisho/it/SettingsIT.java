package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;
import static org.sekisho.it.IdAdministrator.DENY;
import static org.sekisho.it.IdAdministrator.PASSWORD;
import static org.sekisho.it.IdAdministrator.TWO;
import static org.sekisho.it.IdAdministrator.everybody;
import static org.sekisho.it.IdAdministrator.networks;
import static org.sekisho.it.IdAdministrator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settings of a tenant and their safety nets, by real calls of a signed-in administrator. */
@ExtendWith(Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {

  private static final List<String> OFFICES = List.of("203.0.113.0/24");

  private TestTenant tenant;
  private IdAdministrator administrator;

  /** Of another tenant, whose plan locks the rules. */
  private IdAdministrator stranger;

  @BeforeAll
  void open() {
    tenant = TestTenant.open("settings", "individual", "settings.example").withoutTls();
    administrator = IdAdministrator.of(tenant, OFFICE);
    stranger = IdAdministrator.of(TestTenant.open().withoutTls(), OFFICE);
  }

  @Test
  void aChangeNeedsTheVersionThatWasRead() {
    String read = administrator.get("/networks").expect(200).etag();
    Map<String, ?> body = Map.of("networks", networks(OFFICES).get("networks"), "reason", "検査");

    assertThat(administrator.call(OFFICE, "PUT", "/networks", null, body).expect(428).problem())
        .isEqualTo("if-match-missing");
    administrator.call(OFFICE, "PUT", "/networks", read, body).expect(200);
    assertThat(administrator.call(OFFICE, "PUT", "/networks", read, body).expect(412).problem())
        .isEqualTo("settings-changed");
    administrator.post("/access-changes/revert", null).expect(200);
  }

  @Test
  void networksAreStoredInCanonicalFormAndNamesAreRefused() {
    JsonNode stored =
        administrator
            .put(
                "/networks",
                networks(List.of("203.0.113.77/24", "2001:DB8:1::/48", "::ffff:192.0.2.1")))
            .expect(200)
            .body();
    assertThat(stored.get("networks").findValuesAsText("network"))
        .containsExactly("203.0.113.0/24", "2001:db8:1::/48", "192.0.2.1");
    administrator.post("/access-changes/revert", null).expect(200);

    From.Reply refused =
        administrator.put("/networks", networks(List.of("office.example"))).expect(400);
    assertThat(refused.problem()).isEqualTo("request-invalid");
    assertThat(refused.body().get("faults").get(0).get("member").asText())
        .isEqualTo("networks[0].network");
  }

  @Test
  void aThousandNetworksAreTakenAndNoMore() {
    List<String> thousand =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "2001:db8:" + Integer.toHexString(i) + "::/48")
            .toList();
    administrator.put("/networks", networks(thousand)).expect(200);
    administrator.post("/access-changes/revert", null).expect(200);
    List<String> more =
        IntStream.range(0, 1_001)
            .mapToObj(i -> "2001:db8:" + Integer.toHexString(i) + "::/48")
            .toList();
    administrator.put("/networks", networks(more)).expect(400);
  }

  @Test
  void rulesBelowTheBaselineAreRefused() {
    assertThat(
            administrator
                .put("/login-policies", Map.of("policies", List.of(everybody(PASSWORD, PASSWORD))))
                .expect(400)
                .body()
                .get("faults")
                .findValuesAsText("member"))
        .contains("policies[0].others");
    assertThat(
            administrator
                .put(
                    "/login-policies",
                    Map.of(
                        "policies",
                        List.of(
                            policy("x", List.of("/nobody"), List.of("nothing"), TWO, TWO),
                            everybody(TWO, TWO))))
                .expect(400)
                .body()
                .get("faults")
                .findValuesAsText("member"))
        .containsExactly("policies[0].groups", "policies[0].applications");
    for (Map<String, Integer> weak :
        List.of(
            Map.of("minLength", 9),
            Map.of("history", 2),
            Map.of("lockAfter", 11),
            Map.of("unlockAfterMinutes", 14),
            Map.of("expiryDays", 1_000))) {
      administrator.put("/password-policy", weak).expect(400);
    }
    administrator.put("/session-limits", Map.of("idleMinutes", 61)).expect(400);
    administrator.put("/session-limits", Map.of("maxMinutes", 721)).expect(400);
  }

  @Test
  void everyChangeIsAnAdminEventWithBeforeAfterAndReason() {
    administrator
        .put("/password-policy", Map.of("minLength", 12, "expiryDays", 90, "reason", "監査の指摘"))
        .expect(200);
    JsonNode realm = tenant.admin("GET", "", null).body();
    assertThat(realm.get("passwordPolicy").asText())
        .contains("sekishoPassword(12)", "passwordHistory(3)", "forceExpiredPasswordChange(90)");

    String event = event("sekisho/settings/password-policy");
    assertThat(event).contains("監査の指摘", "\"minLength\":10", "\"minLength\":12");
  }

  private String event(String path) {
    for (JsonNode event :
        tenant.admin("GET", "/admin-events?max=100&resourcePath=" + path, null).body()) {
      return event.get("representation").asText();
    }
    throw new AssertionError("no event of " + path);
  }

  @Test
  void whoSetsTheRulesIsNotShutOutByThem() {
    Map<String, ?> closed = Map.of("policies", List.of(everybody(TWO, DENY)));
    assertThat(administrator.put("/login-policies", closed).expect(409).problem())
        .isEqualTo("author-locked-out");

    for (String application : List.of("account-console", IdAdministrator.CLIENT)) {
      Map<String, ?> alone =
          Map.of(
              "policies",
              List.of(
                  policy("Alone", List.of(), List.of(application), DENY, DENY),
                  everybody(TWO, TWO)));
      assertThat(administrator.put("/login-policies", alone).expect(409).problem())
          .as(application)
          .isEqualTo("author-locked-out");
    }

    Map<String, ?> intended =
        Map.of("policies", List.of(everybody(TWO, DENY)), "allowLockOut", true);
    administrator.put("/login-policies", intended).expect(200);

    assertThat(administrator.get("").problem()).isEqualTo("access-refused");
    OperatorAccount.with("sekisho-manager")
        .inTenant(
            "POST", tenant, "/sekisho/settings/access-changes/restore", Map.of("ticket", "T-2"))
        .orFail("Restoring");
    administrator.get("").expect(200);
    assertThat(administrator.get("/access-changes").body().get("changes").findValuesAsText("state"))
        .startsWith("confirmed", "replaced");
  }

  @Test
  void aChangeIsConfirmedFromAFreshSignInOnly() {
    administrator.put("/networks", networks(List.of("203.0.113.0/25"))).expect(200);
    assertThat(administrator.get("").body().get("confirmBy").asLong()).isPositive();
    assertThat(administrator.post("/access-changes/confirm", null).expect(409).problem())
        .isEqualTo("fresh-sign-in-needed");

    administrator.signInAnew();

    administrator.post("/access-changes/confirm", null).expect(200);
    assertThat(administrator.get("").body().has("confirmBy")).isFalse();
    assertThat(administrator.post("/access-changes/confirm", null).expect(409).problem())
        .isEqualTo("no-pending-change");
  }

  @Test
  void whatIfTellsWhatWouldHappenAndWhichRuleDecides() {
    JsonNode answer =
        administrator
            .post(
                "/what-if",
                Map.of(
                    "userId", administrator.user.userId(),
                    "address", OUTSIDE.address(),
                    "application", "main-menu",
                    "policies", List.of(everybody(PASSWORD, DENY))))
            .expect(200)
            .body();
    assertThat(answer.get("outcome").asText()).isEqualTo("DENY");
    assertThat(answer.get("reason").asText()).isEqualTo("ADDRESS_REFUSED");
    assertThat(answer.get("zone").asText()).isEqualTo("OTHERS");

    JsonNode inForce =
        administrator
            .post(
                "/what-if",
                Map.of(
                    "userId", administrator.user.userId(),
                    "address", OUTSIDE.address(),
                    "application", "main-menu"))
            .expect(200)
            .body();
    assertThat(inForce.get("outcome").asText()).isEqualTo("ALLOW");
    assertThat(inForce.get("asks").toString()).contains("password", "sms");
    administrator
        .post(
            "/what-if",
            Map.of(
                "userId", "x@settings.example", "address", "192.0.2.1", "application", "main-menu"))
        .expect(404);
  }

  @Test
  void replayShowsWhoWouldHaveBeenRefused() {
    TestUser user = tenant.addUser("replay");
    SignIn.firstTime(OUTSIDE.browser().open(tenant.menuUrl()), user);

    JsonNode result =
        administrator
            .post(
                "/replay",
                Map.of(
                    "networks", networks(OFFICES).get("networks"),
                    "policies", List.of(everybody(PASSWORD, DENY))))
            .expect(200)
            .body();

    assertThat(result.get("signIns").asInt()).isGreaterThan(result.get("refusals").asInt());
    assertThat(result.get("refused").findValuesAsText("userId")).contains(user.userId());
    assertThat(result.get("refused").findValuesAsText("userId"))
        .doesNotContain(administrator.user.userId());
    assertThat(result.get("complete").asBoolean()).isTrue();
  }

  @Test
  void sessionsAreCutAtTheLimitThatHoldsNow() throws InterruptedException {
    administrator.put("/session-limits", Map.of("idleMinutes", 30, "maxMinutes", 60)).expect(200);
    JsonNode realm = tenant.admin("GET", "", null).body();
    assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isEqualTo(1_800);
    assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isEqualTo(3_600);
    TestUser user = tenant.addUser("limits");
    JsonNode first =
        IdAdministrator.tokens(
            OFFICE,
            tenant,
            SignIn.firstTime(OFFICE.browser().open(IdAdministrator.request(tenant)), user));
    JsonNode tokens = refresh(first).expect(200).body();

    // The settings API allows no limit that a test could wait for.
    tenant.admin("PUT", "", Map.of("ssoSessionMaxLifespan", 1)).orFail("Shrinking the limit");
    try {
      Thread.sleep(2_000);
      assertThat(refresh(tokens).status()).isEqualTo(400);
    } finally {
      tenant.admin("PUT", "", Map.of("ssoSessionMaxLifespan", 3_600)).orFail("Growing the limit");
    }
  }

  private From.Reply refresh(JsonNode tokens) {
    return IdAdministrator.refreshed(OFFICE, tenant, tokens);
  }

  @Test
  void plansWithLockedRulesRefuseEveryChange() {
    for (String path :
        List.of("/networks", "/login-policies", "/password-policy", "/session-limits")) {
      assertThat(stranger.put(path, Map.of()).expect(403).problem()).isEqualTo("settings-locked");
    }
  }

  @Test
  void aPlanWithLockedRulesBringsTheBaselineBack() {
    TestTenant moving =
        TestTenant.open("settings3", "individual", "settings3.example").withoutTls();
    IdAdministrator moved = IdAdministrator.of(moving, OFFICE);
    moved.rule(OFFICES, List.of(everybody(PASSWORD, TWO)));
    moved.put("/password-policy", Map.of("minLength", 20)).expect(200);
    moved.put("/networks", networks(List.of("203.0.113.0/25"))).expect(200);
    assertThat(SignIn.withPassword(OFFICE.browser().open(moving.menuUrl()), moved.user).location())
        .startsWith(moving.portalUrl());

    OperatorAccount.with("sekisho-manager")
        .send("PUT", "/tenants/settings3/plan", Map.of("plan", "hybrid"))
        .orFail("Moving to a locked plan");

    assertThat(
            SignIn.withPassword(OFFICE.browser().open(moving.menuUrl()), moved.user).shows("code"))
        .isTrue();
    assertThat(moving.admin("GET", "", null).body().get("passwordPolicy").asText())
        .contains("sekishoPassword(10)");
    assertThat(states(moving)).startsWith("replaced").doesNotContain("pending");

    OperatorAccount.with("sekisho-manager")
        .inTenant(
            "POST", moving, "/sekisho/settings/access-changes/restore", Map.of("ticket", "T-3"))
        .orFail("Restoring in a locked plan");
    moved.user.letMessagesAge(60);

    assertThat(
            SignIn.withPassword(OFFICE.browser().open(moving.menuUrl()), moved.user).shows("code"))
        .as("no rules of the tenant's own come back")
        .isTrue();
  }

  private static List<String> states(TestTenant tenant) {
    return OperatorAccount.with("sekisho-reader")
        .inTenant("GET", tenant, "/sekisho/settings/access-changes", null)
        .orFail("The changes")
        .body()
        .get("changes")
        .findValuesAsText("state");
  }

  @Test
  void onlyThoseOfTheTenantSeeAndChangeItsSettings() {
    TestUser clerk = tenant.addUser("clerk");
    String ordinary =
        IdAdministrator.tokens(
                OFFICE,
                tenant,
                SignIn.firstTime(OFFICE.browser().open(IdAdministrator.request(tenant)), clerk))
            .get("access_token")
            .asText();
    for (String path :
        List.of(
            "",
            "/networks",
            "/login-policies",
            "/password-policy",
            "/session-limits",
            "/access-changes",
            "/client-address",
            "/refusals/ABCDEFGHJK",
            "/openapi.json")) {
      String url = administrator.url(path);
      assertThat(OFFICE.send("GET", url, null, null, null).status()).as(path).isEqualTo(401);
      assertThat(OFFICE.send("GET", url, ordinary, null, null).status()).as(path).isEqualTo(403);
      assertThat(OFFICE.send("GET", url, stranger.token(), null, null).status())
          .as(path)
          .isEqualTo(403);
    }
    for (String path :
        List.of(
            "/what-if",
            "/replay",
            "/access-changes/confirm",
            "/access-changes/revert",
            "/access-changes/restore")) {
      String url = administrator.url(path);
      assertThat(OFFICE.send("POST", url, ordinary, null, Map.of()).status())
          .as(path)
          .isEqualTo(403);
      assertThat(OFFICE.send("POST", url, stranger.token(), null, Map.of()).status())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(administrator.post("/access-changes/restore", Map.of("ticket", "T")).status())
        .isEqualTo(403);
  }

  @Test
  void theAddressIsThatOfTheConnectionUnlessATrustedProxyTellsAnother() throws IOException {
    assertThat(seen(new From("2001:DB8::7"))).isEqualTo("2001:db8::7");
    assertThat(seen(new From("::ffff:203.0.113.9"))).isEqualTo("203.0.113.9");
    assertThat(seen(new From(null))).isEqualTo("127.0.0.1");

    // From an address that is no trusted proxy the same header is only a claim.
    assertThat(seenBy(new byte[] {127, 0, 0, 2}, "203.0.113.9"))
        .contains("\"address\":\"127.0.0.2\"");
    assertThat(seenBy(new byte[] {127, 0, 0, 1}, "203.0.113.9"))
        .contains("\"address\":\"203.0.113.9\"");
    // A proxy that appends passes on what its client has written, and that comes first.
    assertThat(seenBy(new byte[] {127, 0, 0, 1}, "198.51.100.66, 203.0.113.9"))
        .as("docs/installation.md: the proxy must overwrite the header")
        .contains("\"address\":\"198.51.100.66\"");
  }

  private String seen(From from) {
    return administrator
        .call(from, "GET", "/client-address", null, null)
        .expect(200)
        .body()
        .get("address")
        .asText();
  }

  /** A plain request from another of this machine's own addresses. */
  private String seenBy(byte[] source, String header) throws IOException {
    URI uri = URI.create(administrator.url("/client-address"));
    List<String> lines =
        List.of(
            "GET " + uri.getPath() + " HTTP/1.1",
            "Host: localhost:" + uri.getPort(),
            "Authorization: Bearer " + administrator.token(),
            "X-Forwarded-For: " + header,
            "Connection: close",
            "",
            "");
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(source), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()), 5_000);
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
