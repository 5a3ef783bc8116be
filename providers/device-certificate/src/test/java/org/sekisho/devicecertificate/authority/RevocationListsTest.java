package org.sekisho.devicecertificate.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.revocation.crl.ListSchedule;
import org.sekisho.core.RowWalk;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.RevocationReason;

class RevocationListsTest {

  private static final long NOW = Duration.ofDays(10_000).toMillis();
  private static final int LOST = 3 * RowWalk.PAGE;

  private static TestDatabase database;

  @BeforeAll
  static void start() throws IOException {
    database = new TestDatabase();
  }

  @AfterAll
  static void stop() throws IOException {
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
                  if (id.startsWith("opened")) {
                    made.add(id);
                  }
                });

    assertThat(walked.failed()).isEqualTo(LOST);
    assertThat(made)
        .containsExactlyInAnyOrder("opened, with an older list", "opened, without a list");
  }

  @Test
  void aListNamesWhatIsRevokedUntilItWasNamedAfterItsEnd() {
    long previous = NOW - 1_000;
    addDevice(1, DeviceState.REVOKED, previous - 9, previous - 1);
    addDevice(2, DeviceState.REVOKED, previous - 9, previous);
    addDevice(3, DeviceState.REVOKED, previous + 1, previous - 1);
    addDevice(4, DeviceState.REVOKED, previous - 9, NOW + 1);
    addDevice(5, DeviceState.ACTIVE, null, NOW + 1);

    assertThat(named(authority("ca", previous))).containsExactlyInAnyOrder(2, 3, 4);
    assertThat(named(authority("ca", null))).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(named(authority("another", null))).isEmpty();
  }

  @Test
  void aRetiredIssuingCaMakesListsUntilOneIsOlderThanItsLastCertificate() {
    AuthorityEntity retired = authority("retired", NOW - Duration.ofDays(1).toMillis());
    retired.state = State.RETIRED;
    database.add(retired);
    addDevice(9, DeviceState.REVOKED, NOW - 9, NOW - 1, "retired");

    assertThat(due(NOW)).contains("retired");
    assertThat(due(NOW + Duration.ofDays(3).toMillis())).doesNotContain("retired");
  }

  private List<String> due(long now) {
    return database.call(entities -> RevocationLists.due(entities, "re", now));
  }

  private List<Integer> named(AuthorityEntity authority) {
    return database.call(entities -> RevocationLists.revoked(entities, authority)).stream()
        .map(entry -> entry.serial().intValueExact())
        .toList();
  }

  private void addDevice(int serial, DeviceState state, Long revokedAt, long expiresAt) {
    addDevice(serial, state, revokedAt, expiresAt, "ca");
  }

  private void addDevice(
      int serial, DeviceState state, Long revokedAt, long expiresAt, String authority) {
    DeviceEntity device = new DeviceEntity();
    device.id = "device" + serial;
    device.authorityId = authority;
    device.serial = Integer.toString(serial, 16);
    device.state = state;
    device.revokedAt = revokedAt;
    device.revocationReason = revokedAt == null ? null : RevocationReason.LOST;
    device.expiresAt = expiresAt;
    database.add(device);
  }

  @Test
  void aListTakesThePlaceOfTheOneBefore() {
    AuthorityEntity authority = authority("ca", null);
    assertThat(list(authority)).isEmpty();
    database.run(entities -> RevocationListEntity.keep(entities, authority, new byte[] {1}));
    database.run(entities -> RevocationListEntity.keep(entities, authority, new byte[] {2, 3}));
    assertThat(list(authority)).contains(new byte[] {2, 3});
    assertThat(list(authority("another", null))).isEmpty();
  }

  private Optional<byte[]> list(AuthorityEntity authority) {
    return database.call(entities -> RevocationListEntity.of(entities, authority));
  }
}
