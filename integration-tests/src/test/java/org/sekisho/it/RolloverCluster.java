package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sekisho.launcher.Http;

/** What must hold for a change of the signing key on several nodes; {@link ClusterIT} says when. */
record RolloverCluster(Cluster cluster) {

  private static final String TENANT = "rolling";
  private static final String DOMAIN = TENANT + ".example";
  private static final String CALLS = "PATCH " + DOMAIN;

  /** Microsoft has taken the certificate and has not answered when the node dies. */
  void aNodeKilledInTheMiddleOfARolloverIsFollowedByTheOther() throws Exception {
    FederationAdmin admin = FederationAdmin.openAt(cluster.first.url(), TENANT, DOMAIN);
    Microsoft.provision(admin.user());
    assertThat(admin.connect(Graph.of(DOMAIN))).isEqualTo(200);
    admin.bring(DOMAIN);
    String old = Graph.federation(DOMAIN).get("signingCertificate").asText();
    long before = Graph.served(CALLS);
    Graph.fail(
        Map.of(
            "method",
            "PATCH",
            "domain",
            DOMAIN,
            "status",
            503,
            "retryAfter",
            "30",
            "afterwards",
            true));
    CompletableFuture<Http.Answer> rolling =
        CompletableFuture.supplyAsync(() -> rolloverAt(cluster.second, admin));
    Eventually.holdsWithin(120, () -> Graph.served(CALLS) > before);
    cluster.second.kill();
    assertThat(rolling).as("the call that was cut off").failsWithin(Duration.ofSeconds(30));

    JsonNode left = admin.rollover();
    assertThat(left.get("step").asText()).isEqualTo("PUSHING");
    assertThat(left.get("waitingFor").toString()).contains(DOMAIN);
    String next = Graph.federation(DOMAIN).get("nextSigningCertificate").asText();
    assertThat(next).isEqualTo(left.at("/nextCertificate/certificate").asText());
    assertThat(FederationAdmin.type(rolloverAt(cluster.first, admin)))
        .isEqualTo("409 federation-busy");

    cluster.endLeases();
    rolloverAt(cluster.first, admin).orFail("Going on");
    assertThat(admin.rollover().isMissingNode()).isTrue();
    assertThat(Graph.federation(DOMAIN).get("signingCertificate").asText())
        .isEqualTo(next)
        .isEqualTo(admin.tenant().certificate())
        .isNotEqualTo(old);
    assertThat(admin.state(DOMAIN)).isEqualTo("FEDERATED");
    cluster.start(cluster.second);
  }

  private static Http.Answer rolloverAt(Node node, FederationAdmin admin) {
    return Http.send(
        "POST",
        node.url() + "/admin/realms/" + TENANT + "/sekisho/microsoft365/rollover",
        Map.of("reason", FederationAdmin.REASON, "compromised", true),
        admin.token());
  }
}
