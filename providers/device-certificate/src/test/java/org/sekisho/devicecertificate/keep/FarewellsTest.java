package org.sekisho.devicecertificate.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.device.FarewellEntity;

class FarewellsTest {

  private static TestDatabase database;

  @BeforeAll
  static void start() throws IOException {
    database = new TestDatabase();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static void note(String id) {
    FarewellEntity farewell = new FarewellEntity();
    farewell.id = id;
    farewell.realmId = "tenant";
    database.add(farewell);
  }

  @Test
  void ofTwoNodesOneSignsADeviceOut() {
    note("device");
    CompletableFuture<Boolean> other = new CompletableFuture<>();
    database.run(
        entities -> {
          assertThat(Farewells.take(entities, "device")).isTrue();
          other.completeAsync(() -> database.call(own -> Farewells.take(own, "device")));
        });
    assertThat(other.join()).isFalse();
  }

  @Test
  void whatACrashHasInterruptedIsDoneAgain() {
    note("interrupted");
    assertThatThrownBy(
            () ->
                database.run(
                    entities -> {
                      Farewells.take(entities, "interrupted");
                      throw new IllegalStateException("crash");
                    }))
        .isInstanceOf(IllegalStateException.class);
    List<String> waiting = database.call(entities -> Farewells.waiting(entities, ""));
    assertThat(waiting).contains("interrupted");
  }
}
