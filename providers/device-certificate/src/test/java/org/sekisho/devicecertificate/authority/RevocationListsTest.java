package org.sekisho.devicecertificate.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.revocation.crl.ListSchedule;
import org.sekisho.devicecertificate.RowWalk;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;

class RevocationListsTest {

  private static final long NOW = Duration.ofDays(10_000).toMillis();
  private static final int LOST = 3 * RowWalk.PAGE;

  private TestDatabase database;

  @BeforeEach
  void start() throws IOException {
    database = new TestDatabase();
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
  }

  private static AuthorityEntity authority(String id, Long listedAt) {
    AuthorityEntity authority = new AuthorityEntity();
    authority.id = id;
    authority.state = State.ACTIVE;
    authority.crlAt = listedAt;
    return authority;
  }

  /** The documented loss of the key-encryption key: lists of those that can be opened go on. */
  @Test
  void issuingCasWhoseKeysAreLostKeepNoOtherFromItsList() {
    long old = NOW - ListSchedule.INTERVAL.toMillis();
    for (int i = 0; i < LOST; i++) {
      database.add(authority("lost%06d".formatted(i), old - 1_000));
    }
    database.add(authority("opened, with an older list", old - 1));
    database.add(authority("opened, with a new list", NOW - 60_000));
    database.add(authority("opened, without a list", null));
    List<String> made = new ArrayList<>();

    RowWalk.Walked walked =
        new RowWalk(Duration.ofMinutes(1))
            .go(
                after -> database.call(entities -> RevocationLists.due(entities, after, NOW)),
                id -> {
                  if (id.startsWith("lost")) {
                    throw new IllegalStateException("KEK_UNKNOWN");
                  }
                  made.add(id);
                });

    assertThat(walked.failed()).isEqualTo(LOST);
    assertThat(made)
        .containsExactlyInAnyOrder("opened, with an older list", "opened, without a list");
  }
}
