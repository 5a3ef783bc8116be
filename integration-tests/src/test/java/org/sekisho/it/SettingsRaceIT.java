package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.IdAdministrator.networks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of settings that come at the same time, through the real API. */
@ExtendWith(Setup.class)
class SettingsRaceIT {

  private static final int RACERS = 4;
  private static final int ROUNDS = 5;

  private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void ofManyWhoHaveReadTheSameVersionOneWrites() throws Exception {
    TestTenant tenant = TestTenant.open("race", "individual", "race.example").withoutTls();
    IdAdministrator administrator = IdAdministrator.of(tenant, OFFICE);
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(race(administrator, "/networks", SettingsRaceIT::office))
          .containsExactlyInAnyOrder(200, 412, 412, 412);
      administrator.post("/access-changes/revert", null).expect(200);
      int above = 11 + round * RACERS;
      assertThat(race(administrator, "/password-policy", i -> Map.of("minLength", above + i)))
          .containsExactlyInAnyOrder(200, 412, 412, 412);
    }
  }

  private static Map<String, Object> office(int i) {
    return networks(List.of("203.0.113." + i));
  }

  private List<Integer> race(
      IdAdministrator administrator, String path, IntFunction<Map<String, ?>> body)
      throws Exception {
    String read = administrator.get(path).expect(200).etag();
    List<Callable<Integer>> racers = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      Map<String, Object> withReason = new LinkedHashMap<>(body.apply(i));
      withReason.put("reason", "検査");
      racers.add(() -> administrator.call(OFFICE, "PUT", path, read, withReason).status());
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : threads.invokeAll(racers)) {
      answers.add(answer.get());
    }
    return answers;
  }

  @Test
  void noChangeThatIsUnderWaySurvivesAMoveToAPlanWithLockedRules() throws Exception {
    TestTenant moving = TestTenant.open("race2", "individual", "race2.example").withoutTls();
    IdAdministrator administrator = IdAdministrator.of(moving, OFFICE);
    AtomicBoolean moved = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    List<Future<?>> writers = new ArrayList<>();
    for (String path : List.of("/networks", "/password-policy", "/session-limits")) {
      writers.add(
          threads.submit(
              () -> {
                for (int i = 0; !moved.get(); i++) {
                  write(administrator, path, wish(path, i));
                  written.incrementAndGet();
                }
              }));
    }
    Eventually.holds(() -> written.get() >= 3 * writers.size());

    OperatorAccount.with("sekisho-manager")
        .send("PUT", "/tenants/race2/plan", Map.of("plan", "hybrid"))
        .orFail("Moving to a locked plan");
    moved.set(true);
    for (Future<?> writer : writers) {
      writer.get();
    }

    JsonNode realm = moving.admin("GET", "", null).body();
    assertThat(realm.get("passwordPolicy").asText()).contains("sekishoPassword(10)");
    assertThat(realm.get("attributes").get("sekisho.access-rules").asText()).isEqualTo("baseline");
  }

  private static Map<String, ?> wish(String path, int i) {
    return switch (path) {
      case "/networks" -> office(i % 200);
      case "/password-policy" -> Map.of("minLength", 11 + i % 50);
      default -> Map.of("idleMinutes", 15 + i % 15);
    };
  }

  /** Reads and writes; most writes wait for others. */
  private static void write(IdAdministrator administrator, String path, Map<String, ?> wish) {
    From.Reply read = administrator.get(path);
    if (read.status() == 200) {
      Map<String, Object> withReason = new LinkedHashMap<>(wish);
      withReason.put("reason", "検査");
      int status = administrator.call(OFFICE, "PUT", path, read.etag(), withReason).status();
      assertThat(status).as(path).isIn(200, 400, 403, 409);
    }
  }
}
