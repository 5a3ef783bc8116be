package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;
import org.sekisho.testsupport.DnsStub;

/** Tenants bring domains of their own; each answer is held against its description. */
@ExtendWith(Setup.class)
class DomainProofIT {

  private static final Operator OPERATOR = new Operator(Setup.PORTS.serverUrl());

  private static DnsStub dns;
  private static OpenApi api;
  private static Agency ume;
  private static Agency matsu;

  @BeforeAll
  static void openTenants() throws IOException {
    dns = new DnsStub(Setup.DNS_PORT);
    api = new OpenApi(OPERATOR.send("GET", "/openapi.json", null).orFail("Description").body());
    ume = open("proof-ume");
    matsu = open("proof-matsu");
  }

  private static Agency open(String id) {
    return Agency.open(id, api, dns);
  }

  @AfterAll
  static void stopDns() {
    dns.close();
  }

  private static String type(Http.Answer answer) {
    return answer.status()
        + " "
        + answer.body().path("type").asText().replace("urn:sekisho:problem:", "");
  }

  private static JsonNode change(JsonNode event) throws IOException {
    return new ObjectMapper().readTree(event.get("representation").asText());
  }

  @Test
  void aDomainBelongsToTheTenantOnceItsRecordIsThere() {
    String domain = "ume-right.example";
    Http.Answer begun = ume.begin(domain);
    assertThat(begun.status()).isEqualTo(201);
    JsonNode record = begun.body().get("record");
    assertThat(record.get("name").asText()).isEqualTo("_sekisho." + domain);
    assertThat(record.get("value").asText()).matches("sekisho-verify=[0-9a-f]{64}");
    assertThat(type(ume.check(domain))).isEqualTo("409 proof-missing");
    ume.age(1, 0);
    dns.publish("_sekisho." + domain, "sekisho-verify=" + "0".repeat(64));
    assertThat(type(ume.check(domain))).isEqualTo("409 proof-differs");
    assertThat(ume.entry(domain).get("owned").asBoolean()).isFalse();
    ume.age(1, 0);
    dns.publish("_sekisho." + domain, record.get("value").asText());
    JsonNode proven = ume.check(domain).orFail("Proving").body();
    assertThat(proven.get("proof").asText()).isEqualTo("proven");
    assertThat(proven.get("owned").asBoolean()).isTrue();
    assertThat(proven.get("kind").asText()).isEqualTo("own");
    ume.tenant().addUser("taro@" + domain, Map.of());
    assertThat(ume.entry(domain).get("users").asInt()).isEqualTo(1);
  }

  @Test
  void whoAsksAgainGetsTheSameRecordUntilTheProofExpires() {
    String domain = "ume-again.example";
    JsonNode first = ume.begin(domain).body();
    Http.Answer again = ume.begin(domain);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body().get("record")).isEqualTo(first.get("record"));
    ume.age(14, 0);
    assertThat(ume.entry(domain).get("proof").asText()).isEqualTo("expired");
    assertThat(type(ume.check(domain))).isEqualTo("409 proof-expired");
    Http.Answer anew = ume.begin(domain);
    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.body().get("record")).isNotEqualTo(first.get("record"));
  }

  @Test
  void twoChecksOfOneDomainAreTenSecondsApart() {
    ume.begin("ume-fast.example").orFail("Beginning");
    assertThat(type(ume.check("ume-fast.example"))).isEqualTo("409 proof-missing");
    // The daily look, which other tests have made due, asks for other names meanwhile.
    int asked = dns.questions("_sekisho.ume-fast.example");
    assertThat(type(ume.check("ume-fast.example"))).isEqualTo("429 check-too-soon");
    assertThat(dns.questions("_sekisho.ume-fast.example")).isEqualTo(asked).isPositive();
  }

  @Test
  void aDnsThatFailsOrIsSilentProvesNothingAndDeniesNothing() {
    dns.fail("_sekisho.ume-fails.example");
    dns.fallSilent("_sekisho.ume-silent.example");
    for (String domain : List.of("ume-fails.example", "ume-silent.example")) {
      ume.begin(domain).orFail("Beginning");
      assertThat(type(ume.check(domain))).isEqualTo("503 dns-unavailable");
    }
  }

  @Test
  void nobodyLearnsWhoseADomainIs() {
    Http.Answer begun = matsu.begin(ume.tenant().domain);
    assertThat(begun.status()).isEqualTo(201);
    assertThat(type(matsu.check(ume.tenant().domain))).isEqualTo("409 proof-missing");
    matsu.age(1, 0);
    matsu.publish(ume.tenant().domain);
    Http.Answer taken = matsu.check(ume.tenant().domain);
    assertThat(type(taken)).isEqualTo("409 domain-taken");
    assertThat(taken.body().toString()).doesNotContain("proof-ume\"", "realm");
    assertThat(matsu.entry(ume.tenant().domain).get("owned").asBoolean()).isFalse();
    assertThat(ume.entry(ume.tenant().domain).get("owned").asBoolean()).isTrue();
  }

  @Test
  void theRecordOfAnotherTenantOrOfTheDomainAboveProvesNothing() {
    ume.prove("shared.example");
    matsu.begin("shared.example").orFail("Beginning");
    assertThat(type(matsu.check("shared.example"))).isEqualTo("409 proof-differs");
    matsu.begin("below.shared.example").orFail("Beginning");
    assertThat(type(matsu.check("below.shared.example"))).isEqualTo("409 proof-missing");
    matsu.age(1, 0);
    matsu.prove("below.shared.example");
  }

  @Test
  void ofTwoTenantsThatProveOneDomainAtOnceOneGetsIt() throws Exception {
    String domain = "proof-race.example";
    JsonNode first = ume.begin(domain).body().get("record");
    JsonNode second = matsu.begin(domain).body().get("record");
    dns.publish("_sekisho." + domain, first.get("value").asText(), second.get("value").asText());
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> checks =
          List.of(() -> type(ume.check(domain)), () -> type(matsu.check(domain)));
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(checks)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder("200 ", "409 domain-taken");
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ume.insurance-agt.ne.jp",
        "12345678.insurance-agt.ne.jp",
        "deep.ume.insurance-agt.ne.jp",
        "insurance-agt.ne.jp",
        "no domain"
      })
  void aDomainOfTheProviderCannotBeProven(String domain) {
    Http.Answer refused = ume.begin(domain);
    assertThat(type(refused)).isEqualTo("400 request-invalid");
    assertThat(refused.body().get("faults").findValuesAsText("member")).contains("domain");
  }

  @Test
  void aTenantHasAtMostTwentyOpenProofs() {
    Agency many = open("proof-many");
    for (int i = 0; i < 20; i++) {
      many.begin("many-" + i + ".example").orFail("Beginning");
    }
    assertThat(type(many.begin("many-20.example"))).isEqualTo("409 too-many-proofs");
    many.remove("many-0.example").orFail("Withdrawing");
    many.begin("many-20.example").orFail("Beginning");
  }

  @Test
  void whereThePlanLocksTheSettingsNothingIsListedOrChanged() {
    Agency locked = open("proof-locked");
    locked.begin("locked-more.example").orFail("Beginning");
    OPERATOR
        .send("PUT", "/tenants/proof-locked/plan", Map.of("plan", "hybrid"))
        .orFail("Changing the plan");
    assertThat(type(locked.call("listOwnDomains", "GET", "", null)))
        .isEqualTo("403 settings-locked");
    assertThat(type(locked.begin("other.example"))).isEqualTo("403 settings-locked");
    assertThat(type(locked.check("locked-more.example"))).isEqualTo("403 settings-locked");
    assertThat(type(locked.remove("locked-more.example"))).isEqualTo("403 settings-locked");
  }

  @Test
  void aDomainWithUsersIsKeptAndTheAnswerNamesThem() {
    Agency kiku = open("proof-kiku");
    kiku.prove("kiku-shop.example");
    TestUser taro = kiku.tenant().addUser("taro@kiku-shop.example", Map.of());
    kiku.tenant().addUser("jiro@kiku-shop.example", Map.of());
    String path = "/tenants/proof-kiku/domains/kiku-shop.example";
    Http.Answer byOperator = OPERATOR.send("DELETE", path, null);
    for (Http.Answer refused : List.of(kiku.remove("kiku-shop.example"), byOperator)) {
      assertThat(type(refused)).isEqualTo("409 domain-in-use");
      assertThat(refused.body().get("users").asInt()).isEqualTo(2);
      assertThat(refused.body().get("userIds").toString())
          .isEqualTo("[\"jiro@kiku-shop.example\",\"taro@kiku-shop.example\"]");
    }
    for (String user : List.of(taro.userId(), "jiro@kiku-shop.example")) {
      JsonNode found = kiku.tenant().admin("GET", "/users?username=" + user, null).body().get(0);
      kiku.tenant().admin("DELETE", "/users/" + found.get("id").asText(), null).orFail("Deleting");
    }
    kiku.remove("kiku-shop.example").orFail("Removing");
    assertThat(kiku.entry("kiku-shop.example")).isNull();
    matsu.prove("kiku-shop.example");
    assertThat(type(kiku.remove("proof-kiku.example"))).isEqualTo("409 domain-in-use");
    assertThat(type(kiku.remove("kiku-shop.example"))).isEqualTo("404 domain-unknown");
  }

  @Test
  void anOrdinaryUserAndOtherTenantsAdministratorsAreShutOut() {
    String user = TestToken.of(ume.tenant().addUser("jiro")).get("access_token").asText();
    Map<String, String> wish = Map.of("domain", "intruder.example", "reason", "x");
    for (String token : List.of(user, matsu.token(), OPERATOR.token())) {
      assertThat(Agency.send(token, ume.tenant(), "GET", "", null).status()).isEqualTo(403);
      assertThat(Agency.send(token, ume.tenant(), "POST", "", wish).status()).isEqualTo(403);
      String domain = "/" + ume.tenant().domain;
      assertThat(Agency.send(token, ume.tenant(), "POST", domain + "/check", null).status())
          .isEqualTo(403);
      assertThat(Agency.send(token, ume.tenant(), "DELETE", domain + "?reason=x", null).status())
          .isEqualTo(403);
    }
    assertThat(Agency.send(null, ume.tenant(), "GET", "", null).status()).isEqualTo(401);
  }

  @Test
  void everyChangeNeedsAReason() {
    Http.Answer wish = ume.call("beginProof", "POST", "", Map.of("domain", "why.example"));
    Http.Answer removal = ume.call("removeOwnDomain", "DELETE", "/why.example", null);
    for (Http.Answer refused : List.of(wish, removal)) {
      assertThat(type(refused)).isEqualTo("400 request-invalid");
      assertThat(refused.body().get("faults").findValuesAsText("member")).containsOnly("reason");
    }
  }

  @Test
  void everyChangeIsRecordedWithBeforeAfterAndReason() throws IOException {
    String domain = "ume-records.example";
    ume.prove(domain);
    ume.remove(domain).orFail("Removing");
    List<JsonNode> records = ume.records(domain);
    assertThat(records)
        .extracting(event -> event.get("operationType").asText())
        .containsExactly("CREATE", "UPDATE", "DELETE");
    JsonNode wish = change(records.get(0));
    assertThat(wish.get("reason").asText()).isEqualTo(Agency.REASON);
    assertThat(wish.path("before").isMissingNode() || wish.path("before").isNull()).isTrue();
    assertThat(wish.at("/after/proof").asText()).isEqualTo("open");
    JsonNode proof = change(records.get(1));
    assertThat(proof.get("reason").asText()).isEqualTo(Agency.REASON);
    assertThat(proof.at("/before/owned").asBoolean(true)).isFalse();
    assertThat(proof.at("/after/owned").asBoolean()).isTrue();
    JsonNode removal = change(records.get(2));
    assertThat(removal.get("reason").asText()).isEqualTo("moved");
    assertThat(removal.at("/before/proof").asText()).isEqualTo("proven");
    assertThat(records)
        .allMatch(event -> !event.at("/authDetails/userId").asText().isEmpty())
        .allMatch(event -> event.get("resourceType").asText().equals("SEKISHO_SETTINGS"));
  }

  @Test
  void aDomainWhoseRecordWasMissingForThirtyDaysIsMarkedButStays() throws Exception {
    Agency take = open("proof-take");
    String domain = "take-shop.example";
    take.prove(domain);
    dns.withdraw("_sekisho." + domain);
    take.age(2, 28);
    Eventually.holds(() -> checkedToday(take, domain));
    assertThat(take.entry(domain).get("proof").asText()).isEqualTo("proven");
    take.age(2, 0);
    Eventually.holds(() -> take.entry(domain).get("proof").asText().equals("proof-lost"));
    assertThat(take.entry(domain).get("owned").asBoolean()).isTrue();
    take.tenant().addUser("taro@" + domain, Map.of());
    JsonNode event = take.records(domain).get(2);
    assertThat(change(event).at("/before/proof").asText()).isEqualTo("proven");
    assertThat(change(event).at("/after/proof").asText()).isEqualTo("proof-lost");
    JsonNode record = take.entry(domain).get("record");
    dns.publish(record.get("name").asText(), record.get("value").asText());
    take.age(1, 0);
    Eventually.holds(() -> take.entry(domain).get("proof").asText().equals("proven"));
  }

  private static boolean checkedToday(Agency agency, String domain) {
    String checked = agency.entry(domain).get("checkedAt").asText();
    return Instant.parse(checked).isAfter(Instant.now().minus(Duration.ofHours(1)));
  }
}
