package org.sekisho.devicecertificate.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.core.RowWalk;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;

class ExpiryMailsTest {

  private static final long NOW = Duration.ofDays(10_000).toMillis();

  private TestDatabase database;

  @BeforeEach
  void start() throws IOException {
    database = new TestDatabase();
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  private void add(String id, Duration left, Integer mailed) {
    DeviceEntity device = new DeviceEntity();
    device.id = id;
    device.state = DeviceState.ACTIVE;
    device.expiresAt = NOW + left.toMillis();
    device.expiryMail = mailed;
    database.add(device);
  }

  @Test
  void mailsThatTheRelayRefusesKeepNoOtherFromBeingSent() {
    for (int i = 0; i < 2 * RowWalk.PAGE; i++) {
      add("bounces%06d".formatted(i), Duration.ofDays(20), null);
    }
    add("taken", Duration.ofDays(10), 30);
    add("told", Duration.ofDays(20), 30);
    List<String> sent = new ArrayList<>();

    new RowWalk(Duration.ofMinutes(1))
        .go(
            after -> database.call(entities -> ExpiryMails.QUERY.page(entities, after, NOW)),
            id -> {
              if (id.startsWith("bounces")) {
                throw new IllegalStateException("550");
              }
              sent.add(id);
            });

    assertThat(sent).containsExactly("taken");
  }
}
