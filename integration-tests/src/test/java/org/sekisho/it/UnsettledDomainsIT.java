package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.FederationAdmin.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/**
 * Domains of which nobody knows whether Microsoft sends their users here: no rollover passes them,
 * they can be given up or finished, and they hold up no other.
 */
@ExtendWith(Setup.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnsettledDomainsIT {

  private static final String SCRIPTED = "m365u-scripted.example";
  private static final String REFUSED = "m365u-a-refused.example";
  private static final String LATE = "m365u-late.example";
  private static final String LEAVING = "m365u-leaving.example";
  private static final String BEHIND = "m365u-behind.example";
  private static final String SLOW = "m365u-slow.example";
  private static final String CHANGED = "m365u-changed.example";

  private static FederationAdmin admin;

  @BeforeAll
  static void open() {
    admin = FederationAdmin.open("m365u", SCRIPTED, REFUSED, LATE, LEAVING, BEHIND, SLOW, CHANGED);
    Microsoft.provision(admin.user());
    assertThat(admin.connect(Graph.of(REFUSED, LATE, LEAVING, BEHIND, SLOW, CHANGED)))
        .isEqualTo(200);
  }

  @AfterEach
  void noMoreFaults() {
    Graph.failNoMore();
  }

  /** The job works for the tenant now and then; the administrator tries again as the error says. */
  private static Http.Answer patiently(Supplier<Http.Answer> call) {
    Http.Answer answer = call.get();
    for (int i = 0; i < 100 && type(answer).equals("409 federation-busy"); i++) {
      answer = call.get();
    }
    return answer;
  }

  private static Http.Answer act(String operation, String action, String domain) {
    return patiently(() -> admin.act(operation, action, domain, Map.of()));
  }

  private static Http.Answer rollover() {
    return patiently(
        () ->
            admin.call(
                "beginRollover", "POST", "/rollover", Map.of("reason", FederationAdmin.REASON)));
  }

  private static void noRolloverBegins(String domain, String state) {
    Http.Answer refused = rollover();
    assertThat(type(refused)).isEqualTo("409 rollover-domains-unsettled");
    assertThat(refused.body().get("domains").toString())
        .contains("\"" + domain + "\"", "\"" + state + "\"");
    assertThat(admin.rollover().isMissingNode()).isTrue();
  }

  private static void failing(String method, String domain, int status, int times) {
    Graph.fail(Map.of("method", method, "domain", domain, "status", status, "times", times));
  }

  private static String switchFailing(String domain, int status) {
    patiently(() -> admin.preflight(domain)).orFail("Pre-flight of " + domain);
    failing("POST", domain, status, 200);
    return type(patiently(() -> admin.federate(domain, Map.of())));
  }

  @Test
  @Order(1)
  void noRolloverBeginsWhileScriptsAreInSomebodysHands() {
    act("handOutScript", "script", SCRIPTED).orFail("Script");
    noRolloverBegins(SCRIPTED, "SCRIPT_HANDED_OUT");
    act("confirmScript", "confirm", SCRIPTED).orFail("Confirming");
    act("makeDetachKit", "detach-kit", SCRIPTED).orFail("Kit");
    act("detach", "detach", SCRIPTED).orFail("Detaching");
    noRolloverBegins(SCRIPTED, "DETACH_SCRIPT_HANDED_OUT");
    act("abandon", "abandon", SCRIPTED).orFail("Abandoning");
    assertThat(admin.state(SCRIPTED)).isEqualTo("FEDERATED");
  }

  @Test
  @Order(2)
  void aSwitchThatIsGivenUpIsLookedForAndHoldsUpNoOther() throws Exception {
    assertThat(switchFailing(REFUSED, 400)).isEqualTo("409 directory-refuses");
    noRolloverBegins(REFUSED, "FEDERATING");
    patiently(() -> admin.preflight(BEHIND)).orFail("Pre-flight");
    failing("POST", BEHIND, 503, 2);
    assertThat(type(patiently(() -> admin.federate(BEHIND, Map.of()))))
        .isEqualTo("503 directory-unavailable");
    Eventually.holds(() -> admin.state(BEHIND).equals("FEDERATED"));
    JsonNode abandoned = act("abandon", "abandon", REFUSED).orFail("Abandoning").body();
    assertThat(abandoned.get("state").asText()).isEqualTo("ABANDONING");
    noRolloverBegins(REFUSED, "ABANDONING");
    admin.letSendingAge();
    Eventually.holds(() -> admin.state(REFUSED).equals("NOT_FEDERATED"));
    assertThat(Graph.federation(REFUSED)).isNull();
  }

  @Test
  @Order(3)
  void whatMicrosoftHasDoneAfterAllIsNotForgotten() throws Exception {
    assertThat(switchFailing(LATE, 503)).isEqualTo("503 directory-unavailable");
    aCallThatWorksAtMicrosoftIsNotOvertaken();
    act("abandon", "abandon", LATE).orFail("Abandoning");
    assertThat(admin.state(LATE)).isEqualTo("ABANDONING");
    Graph.failNoMore();
    Graph.federate(LATE, admin.tenant().issuer(LATE), admin.tenant().certificate());
    Eventually.holds(() -> admin.state(LATE).equals("FEDERATED"));
    assertThat(admin.records("domains/" + LATE).toString()).contains("seen at Microsoft");
  }

  private static void aCallThatWorksAtMicrosoftIsNotOvertaken() throws Exception {
    long before = Graph.served("GET ");
    Graph.hold("GET");
    CompletableFuture<Http.Answer> working =
        CompletableFuture.supplyAsync(() -> patiently(() -> admin.preflight(SLOW)));
    Eventually.holds(() -> Graph.served("GET ") > before);
    assertThat(type(admin.act("abandon", "abandon", LATE, Map.of())))
        .isEqualTo("409 federation-busy");
    Graph.letGo();
    assertThat(working.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void aDomainThatMicrosoftDoesNotLetGoLeavesByScript() {
    patiently(() -> admin.preflight(LEAVING)).orFail("Pre-flight");
    patiently(() -> admin.federate(LEAVING, Map.of())).orFail("Federating");
    act("makeDetachKit", "detach-kit", LEAVING).orFail("Kit");
    failing("DELETE", LEAVING, 503, 200);
    assertThat(type(act("detach", "detach", LEAVING))).isEqualTo("503 directory-unavailable");
    noRolloverBegins(LEAVING, "DETACHING");
    assertThat(type(act("confirmScript", "confirm", LEAVING))).isEqualTo("409 domain-state");
    admin.act("detach", "detach", LEAVING, Map.of("byScript", true)).orFail("By script");
    act("confirmScript", "confirm", LEAVING).orFail("Confirming");
    assertThat(admin.state(LEAVING)).isEqualTo("NOT_FEDERATED");
  }

  @Test
  @Order(5)
  void aDomainIsSwitchedOnlyWithTheUsersThatWereComparedAndForcedOnlyByOverride() {
    patiently(() -> admin.preflight(CHANGED)).orFail("Pre-flight");
    admin.member("newcomer", CHANGED);
    Http.Answer refused = patiently(() -> admin.federate(CHANGED, Map.of("override", true)));
    assertThat(type(refused)).isEqualTo("409 preflight-refuses");
    assertThat(refused.body().get("obstacle").asText()).isEqualTo("PREFLIGHT_OUTDATED");
    assertThat(Graph.federation(CHANGED)).isNull();
    assertThat(script(CHANGED, Map.of())).doesNotContain("[switch]$Force");
    assertThat(script(CHANGED, Map.of("override", true))).contains("[switch]$Force");
    assertThat(admin.records("domains/" + CHANGED).toString()).contains("override");
    act("abandon", "abandon", CHANGED).orFail("Abandoning");
  }

  private static String script(String domain, Map<String, ?> more) {
    return admin
        .act("handOutScript", "script", domain, more)
        .orFail("Script")
        .body()
        .get("script")
        .asText();
  }

  @Test
  @Order(6)
  void aRolloverGoesOnByScriptWhereMicrosoftDoesNotAnswerUs() {
    failing("PATCH", BEHIND, 503, 400);
    failing("PATCH", LATE, 503, 400);
    JsonNode begun = rollover().orFail("Rollover").body().get("rollover");
    assertThat(begun.get("step").asText()).isEqualTo("PUSHING");
    assertThat(begun.get("waitingFor").toString()).contains(BEHIND, LATE, SCRIPTED);
    assertThat(script(BEHIND, Map.of()))
        .contains(begun.at("/nextCertificate/certificate").asText());
    act("confirmScript", "confirm", BEHIND).orFail("Confirming");
    assertThat(admin.rollover().get("waitingFor").toString())
        .contains(LATE, SCRIPTED)
        .doesNotContain(BEHIND);
  }
}
