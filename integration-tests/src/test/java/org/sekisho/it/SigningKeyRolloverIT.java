package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;

/**
 * The signing key changes under a Graph that fails at every step, and everybody goes on working.
 */
@ExtendWith(Setup.class)
class SigningKeyRolloverIT {

  private static final String FIRST = "m365roll-first.example";
  private static final String SECOND = "m365roll-second.example";

  private static final List<String> HELD = List.of("PUSHED", "SETTLED");

  private FederationAdmin admin;
  private TestUser first;
  private TestUser second;
  private HttpBrowser firstBrowser;
  private HttpBrowser secondBrowser;

  @AfterEach
  void noMoreFaults() {
    Graph.failNoMore();
  }

  @Test
  void everybodySignsInBeforeDuringAndAfterARolloverThatIsInterruptedAtEveryStep()
      throws Exception {
    begin();
    String oldCertificate = certificate(FIRST, "signingCertificate");
    bothSignIn();

    failing(SECOND, false, 200);
    JsonNode begun = rollover().orFail("Rollover").body();
    assertThat(begun.at("/rollover/step").asText()).isEqualTo("PUSHING");
    assertThat(certificate(FIRST, "nextSigningCertificate")).isNotEqualTo("null");
    assertThat(certificate(SECOND, "nextSigningCertificate")).isEqualTo("null");
    assertThat(admin.domain(SECOND).get("lastError").asText()).contains("503");
    bothSignIn();

    String newCertificate = certificate(FIRST, "nextSigningCertificate");
    Graph.failNoMore();
    failing(FIRST, true, 2);
    List<String> steps = new ArrayList<>(List.of("PUSHING"));
    Eventually.holdsWithin(240, () -> isDone(steps));
    assertThat(steps).contains("PUSHED", "SETTLED").endsWith("DONE");
    bothSignIn();
    for (String domain : List.of(FIRST, SECOND)) {
      assertThat(admin.state(domain)).isEqualTo("FEDERATED");
      assertThat(certificate(domain, "signingCertificate"))
          .isEqualTo(newCertificate)
          .isNotEqualTo(oldCertificate);
      assertThat(certificate(domain, "nextSigningCertificate")).isEqualTo("null");
    }
    assertThat(admin.records("rollover")).hasSizeGreaterThanOrEqualTo(6);
  }

  /**
   * Notes the steps that it sees and has each interrupted. What is held for a time is held until it
   * was seen here: only then has the time passed.
   */
  private boolean isDone(List<String> steps) {
    bothSignIn();
    JsonNode now = admin.rollover();
    String step = now.isMissingNode() ? "DONE" : now.get("step").asText();
    if (!steps.contains(step)) {
      steps.add(step);
      Graph.failNoMore();
      failing(SECOND, true, 2);
      if (HELD.contains(step)) {
        bothSignIn();
        admin.letRolloverAge();
      }
    }
    return step.equals("DONE");
  }

  /** No domain is federated, so nothing else holds the switch. */
  @Test
  void theKeyDoesNotSwitchBeforeOtherApplicationsAreInformed() throws Exception {
    admin = FederationAdmin.open("m365roll-app", "m365roll-app.example");
    assertThat(FederationAdmin.type(inform())).isEqualTo("409 rollover-missing");
    SamlApplication.register(admin.tenant(), "https://mail.m365roll.example");
    String oldCertificate = admin.tenant().certificate();
    try (Mailbox mailbox = new Mailbox().open()) {
      JsonNode begun = rollover().orFail("Rollover").body().get("rollover");
      assertThat(begun.at("/applications/0/entityId").asText())
          .isEqualTo("https://mail.m365roll.example");
      assertThat(begun.get("applicationsInformed").asBoolean()).isFalse();
      Mailbox.Mail mail = mailbox.await(admin.user().userId(), "署名証明書");
      assertThat(mail.text())
          .contains("https://mail.m365roll.example", begun.at("/nextCertificate/sha256").asText());
    }
    urgent().orFail("Compromised");
    admin.letRolloverAge();
    // Goes on as far as may be.
    urgent().orFail("Compromised still");
    assertThat(admin.rollover().get("step").asText()).isEqualTo("PUSHED");
    assertThat(admin.tenant().certificate()).isEqualTo(oldCertificate);
    assertThat(inform().orFail("Informing").body().at("/rollover/applicationsInformed").asBoolean())
        .isTrue();
    Eventually.holds(() -> admin.rollover().isMissingNode());
    assertThat(admin.tenant().certificate()).isNotEqualTo(oldCertificate);
    assertThat(admin.records("rollover").toString()).contains("compromised", "m365roll.example");
  }

  private Http.Answer inform() {
    return admin.call(
        "sayApplicationsInformed",
        "POST",
        "/rollover/applications-informed",
        Map.of("reason", FederationAdmin.REASON));
  }

  private Http.Answer urgent() {
    return admin.call(
        "beginRollover",
        "POST",
        "/rollover",
        Map.of("reason", FederationAdmin.REASON, "compromised", true));
  }

  private void begin() {
    admin = FederationAdmin.open("m365roll", FIRST, SECOND);
    Microsoft.provision(admin.user());
    first = admin.member("first", FIRST);
    second = admin.member("second", SECOND);
    admin.connect(Graph.of(FIRST, SECOND));
    admin.bring(FIRST);
    admin.bring(SECOND);
    firstBrowser = Microsoft.firstTime(first);
    secondBrowser = Microsoft.firstTime(second);
  }

  /** At least as often as a call is repeated: the step is left undone, or done unseen. */
  private static void failing(String domain, boolean afterwards, int times) {
    Graph.fail(
        Map.of(
            "method",
            "PATCH",
            "domain",
            domain,
            "status",
            503,
            "times",
            times,
            "afterwards",
            afterwards));
  }

  private Http.Answer rollover() {
    return admin.call(
        "beginRollover", "POST", "/rollover", Map.of("reason", FederationAdmin.REASON));
  }

  private static String certificate(String domain, String name) {
    return Graph.federation(domain).get(name).asText();
  }

  private void bothSignIn() {
    accepted(first, firstBrowser);
    accepted(second, secondBrowser);
  }

  private static void accepted(TestUser user, HttpBrowser browser) {
    browser.open(Microsoft.signInUrl(user.userId(), "plain")).followPostedForms();
    JsonNode result = Microsoft.lastResult(user);
    assertThat(result.get("accepted").asBoolean()).as(result.toString()).isTrue();
  }
}
