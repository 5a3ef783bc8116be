package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.FederationAdmin.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.launcher.Http;

/** An ID administrator takes domains to Microsoft 365 and back, against a Graph that misbehaves. */
@ExtendWith(Setup.class)
class Microsoft365DomainsIT {

  private static final String COMPARED = "m365d-compared.example";
  private static final String SWITCHED = "m365d-switched.example";
  private static final String FAILING = "m365d-failing.example";
  private static final String AFTERWARDS = "m365d-afterwards.example";
  private static final String SCRIPTED = "m365d-scripted.example";
  private static final String LEAVING = "m365d-leaving.example";
  private static final String DRIFTING = "m365d-drifting.example";
  private static final String UNVERIFIED = "m365d-unverified.example";

  private static FederationAdmin admin;
  private static Graph graph;

  @BeforeAll
  static void open() {
    admin =
        FederationAdmin.open(
            "m365d",
            COMPARED,
            SWITCHED,
            FAILING,
            AFTERWARDS,
            SCRIPTED,
            LEAVING,
            DRIFTING,
            UNVERIFIED);
    graph = Graph.of(COMPARED, SWITCHED, FAILING, AFTERWARDS, SCRIPTED, LEAVING, DRIFTING);
    graph.verify(UNVERIFIED, false);
    Microsoft.provision(admin.user());
    assertThat(admin.connect(graph)).isEqualTo(200);
  }

  @AfterEach
  void noMoreFaults() {
    Graph.failNoMore();
    Graph.limitPages(999);
  }

  private static List<String> lines(JsonNode preflight) {
    return StreamSupport.stream(preflight.get("differences").spliterator(), false)
        .map(line -> line.get("userId").asText() + " " + line.get("difference").asText())
        .toList();
  }

  @Test
  void thePreflightNamesEveryUserThatIsNotAlikeAndTheSwitchIsRefused() {
    TestUser differs = admin.tenant().addUser("differs@" + COMPARED, Map.of());
    admin.tenant().addUser("here@" + COMPARED, Map.of());
    admin.member("alike", COMPARED);
    Graph.user(differs.userId(), "ANOTHER");
    Graph.user("there@" + COMPARED, "THERE");
    Graph.user("empty@" + COMPARED, null);
    admin.tenant().addUser("empty@" + COMPARED, Map.of());
    assertThat(type(admin.federate(COMPARED, Map.of()))).isEqualTo("409 domain-state");
    Graph.limitPages(2);
    JsonNode found = admin.preflight(COMPARED).orFail("Pre-flight").body();
    assertThat(lines(found))
        .containsExactly(
            "differs@" + COMPARED + " IMMUTABLE_ID_DIFFERS",
            "empty@" + COMPARED + " IMMUTABLE_ID_MISSING_AT_MICROSOFT",
            "here@" + COMPARED + " MISSING_AT_MICROSOFT",
            "there@" + COMPARED + " MISSING_HERE");
    assertThat(found.get("emergencyAdministrators")).hasSize(2);
    assertThat(found.at("/domain/preflight/lockedOut").asInt()).isEqualTo(3);
    Http.Answer refused = admin.federate(COMPARED, Map.of());
    assertThat(type(refused)).isEqualTo("409 preflight-refuses");
    assertThat(refused.body().get("obstacle").asText()).isEqualTo("USERS_LOCKED_OUT");
    assertThat(Graph.federation(COMPARED)).isNull();
    assertThat(type(admin.federate(COMPARED, Map.of("override", true)))).isEqualTo("200 ");
    assertThat(Graph.federation(COMPARED).get("issuerUri").asText())
        .isEqualTo(admin.tenant().issuer(COMPARED));
  }

  @Test
  void aSwitchedDomainSignsInAndItsRecordTellsWhoAndWhy() throws Exception {
    TestUser taro = admin.member("taro", SWITCHED);
    admin.preflight(SWITCHED).orFail("Pre-flight");
    JsonNode domain =
        admin
            .federate(SWITCHED, Map.of("mfaBehavior", "acceptIfMfaDoneByFederatedIdp"))
            .orFail("Federating")
            .body();
    assertThat(domain.get("state").asText()).isEqualTo("FEDERATED");
    assertThat(Graph.federation(SWITCHED).get("federatedIdpMfaBehavior").asText())
        .isEqualTo("acceptIfMfaDoneByFederatedIdp");
    Microsoft.firstTime(taro);
    JsonNode result = Microsoft.lastResult(taro);
    assertThat(result.get("accepted").asBoolean()).as(result.toString()).isTrue();
    JsonNode intended = admin.records("domains/" + SWITCHED).get(1);
    JsonNode change =
        new com.fasterxml.jackson.databind.ObjectMapper()
            .readTree(intended.get("representation").asText());
    assertThat(change.get("reason").asText()).isEqualTo(FederationAdmin.REASON);
    assertThat(change.at("/before/domain/state").asText()).isEqualTo("PRE_FLIGHT");
    assertThat(change.at("/after/domain/state").asText()).isEqualTo("FEDERATING");
    assertThat(intended.at("/authDetails/userId").asText()).isEqualTo(admin.user().id());
    assertThat(type(admin.federate(SWITCHED, Map.of()))).isEqualTo("409 domain-state");
  }

  @ParameterizedTest
  @ValueSource(strings = {FAILING, AFTERWARDS})
  void aSwitchThatMicrosoftInterruptsGoesOnByItself(String domain) throws Exception {
    admin.member("taro", domain);
    admin.preflight(domain).orFail("Pre-flight");
    Graph.fail(
        Map.of(
            "method",
            "POST",
            "domain",
            domain,
            "status",
            503,
            "afterwards",
            domain.equals(AFTERWARDS)));
    assertThat(type(admin.federate(domain, Map.of()))).isEqualTo("503 directory-unavailable");
    Eventually.holds(() -> admin.state(domain).equals("FEDERATED"));
    assertThat(Graph.federation(domain).get("issuerUri").asText())
        .isEqualTo(admin.tenant().issuer(domain));
    assertThat(admin.domain(domain).has("lastError")).isFalse();
  }

  @Test
  void retryAfterIsWaitedFor() {
    Graph.fail(Map.of("method", "GET", "status", 429, "retryAfter", "2"));
    long begun = System.nanoTime();
    admin.preflight(SCRIPTED).orFail("Pre-flight");
    assertThat((System.nanoTime() - begun) / 1_000_000).isGreaterThan(1_950);
    Graph.fail(Map.of("method", "GET", "status", 429, "retryAfter", "600"));
    Http.Answer answer = admin.preflight(SCRIPTED);
    assertThat(type(answer)).isEqualTo("503 directory-throttled");
    assertThat(answer.body().get("seconds").asInt()).isEqualTo(600);
  }

  @Test
  void whoHandsOutNoRightsGetsAScriptAndConfirms() {
    TestUser taro = admin.member("scripted", SCRIPTED);
    JsonNode answer = admin.act("handOutScript", "script", SCRIPTED, Map.of()).orFail("S").body();
    assertThat(answer.at("/domain/state").asText()).isEqualTo("SCRIPT_HANDED_OUT");
    assertThat(answer.get("script").asText())
        .contains("'" + taro.userId() + "' = '" + taro.immutableId() + "'")
        .contains("'" + admin.tenant().issuer(SCRIPTED) + "'", "New-MgDomainFederation");
    assertThat(Graph.federation(SCRIPTED)).isNull();
    admin.act("confirmScript", "confirm", SCRIPTED, Map.of()).orFail("Confirming");
    JsonNode domain = admin.domain(SCRIPTED);
    assertThat(domain.get("state").asText()).isEqualTo("FEDERATED");
    assertThat(domain.get("byScript").asBoolean()).isTrue();
  }

  @Test
  void theWayBackNeedsACurrentKit() throws Exception {
    TestUser taro = admin.member("leaving", LEAVING);
    admin.bring(LEAVING);
    assertThat(type(detach())).isEqualTo("409 detach-kit-not-current");
    JsonNode kit = kit();
    String script = kit.get("script").asText();
    assertThat(kit.get("scriptSha256").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(script.getBytes(StandardCharsets.UTF_8))));
    String sealed =
        new String(
            Base64.getUrlDecoder().decode(kit.get("seal").asText().split("\\.", -1)[1]),
            StandardCharsets.UTF_8);
    assertThat(sealed).contains(kit.get("scriptSha256").asText(), LEAVING);
    assertThat(kit.at("/instructions/ja").asText()).contains("一時パスワード");
    assertThat(script).contains("'" + taro.userId() + "' = '");
    assertThat(admin.records("domains/" + LEAVING).toString()).doesNotContain(password(script));
    admin.member("newcomer", LEAVING);
    assertThat(admin.domain(LEAVING).at("/detachKit/current").asBoolean()).isFalse();
    assertThat(type(detach())).isEqualTo("409 detach-kit-not-current");
    kit();
    Graph.fail(Map.of("method", "DELETE", "domain", LEAVING, "times", 2, "afterwards", true));
    assertThat(type(detach())).isIn("200 ", "503 directory-unavailable");
    Eventually.holds(() -> admin.state(LEAVING).equals("NOT_FEDERATED"));
    assertThat(Graph.federation(LEAVING)).isNull();
  }

  private static JsonNode kit() {
    JsonNode kit = admin.act("makeDetachKit", "detach-kit", LEAVING, Map.of()).orFail("Kit").body();
    TestTenant.SECRETS.add(password(kit.get("script").asText()));
    return kit;
  }

  private static Http.Answer detach() {
    return admin.act("detach", "detach", LEAVING, Map.of());
  }

  private static String password(String script) {
    return script.replaceFirst("(?s).*'leaving@[^']*' = '([^']*)'.*", "$1");
  }

  @Test
  void whatSomebodyChangesAtMicrosoftIsNoticedAndToldByMail() throws Exception {
    try (Mailbox mailbox = new Mailbox().open()) {
      admin.bring(DRIFTING);
      admin.call("watch", "POST", "/domains/" + DRIFTING + "/watch", null).orFail("Watch");
      assertThat(admin.domain(DRIFTING).at("/watch/drift")).isEmpty();
      String foreign = foreignCertificate();
      Graph.change(
          DRIFTING,
          Map.of(
              "federatedIdpMfaBehavior",
              "acceptIfMfaDoneByFederatedIdp",
              "nextSigningCertificate",
              foreign));
      // Of other domains of the tenant it may be told as well.
      Mailbox.Mail mail = mailbox.await(admin.user().userId(), "Microsoft 365", DRIFTING);
      assertThat(mail.text()).contains("federatedIdpMfaBehavior, foreignCertificate");
      assertThat(admin.domain(DRIFTING).at("/watch/drift").toString())
          .isEqualTo("[\"federatedIdpMfaBehavior\",\"foreignCertificate\"]");
      assertThat(admin.records("domains/" + DRIFTING).toString()).contains("foreignCertificate");
      JsonNode federation = Graph.federation(DRIFTING);
      assertThat(federation.get("nextSigningCertificate").asText()).isEqualTo(foreign);
    }
  }

  /** Of a key that is not the tenant's. */
  private static String foreignCertificate() {
    String descriptor = Setup.PORTS.serverUrl() + "/realms/master/protocol/saml/descriptor";
    return Http.getText(descriptor)
        .replaceFirst("(?s).*<(?:\\w+:)?X509Certificate>([^<]+)<.*", "$1")
        .replaceAll("\\s", "");
  }

  @Test
  void aDirectoryThatHasNotVerifiedTheDomainTellsNothing() {
    assertThat(type(admin.preflight(UNVERIFIED))).isEqualTo("409 domain-not-verified");
    FederationAdmin stranger = FederationAdmin.open("m365d-stranger", "m365d-stranger.example");
    assertThat(stranger.connect(graph)).isEqualTo(200);
    Http.Answer answer = stranger.preflight("m365d-stranger.example");
    assertThat(type(answer)).isEqualTo("409 domain-not-verified");
    assertThat(answer.body().toString()).doesNotContain("onmicrosoft", SWITCHED);
    assertThat(type(stranger.preflight(SWITCHED))).isEqualTo("404 domain-unknown");
  }

  @Test
  void wrongCredentialsAndMissingPermissionsAreNamed() {
    FederationAdmin other = FederationAdmin.open("m365d-other", "m365d-other.example");
    String domain = "m365d-other.example";
    assertThat(type(other.preflight(domain))).isEqualTo("409 directory-missing");
    Graph own = Graph.of(domain);
    other.connect(own);
    own.admit("another secret", true);
    assertThat(type(other.preflight(domain))).isEqualTo("409 directory-credentials");
    own.admit(org.sekisho.launcher.Credentials.GRAPH_CLIENT_SECRET, false);
    Http.Answer denied = other.preflight(domain);
    assertThat(type(denied)).isEqualTo("409 directory-not-permitted");
    assertThat(denied.body().get("code").asText()).isEqualTo("Authorization_RequestDenied");
    other.connect(Map.of("directoryId", own.directoryId(), "clientId", own.directoryId()));
    assertThat(type(other.preflight(domain))).isEqualTo("409 directory-credentials");
    assertThat(other.connect(Map.of("directoryId", "../evil"))).isEqualTo(400);
  }
}
