package org.sekisho.devicecertificate.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.authority.AuthorityEntity;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.Devices;

class FormerDevicesTest {

  private static final long NOW = Duration.ofDays(10_000).toMillis();
  private static final long LIMIT = NOW - FormerDevices.KEPT.toMillis();

  private static TestDatabase database;

  @BeforeAll
  static void start() throws IOException {
    database = new TestDatabase();
    authority("listed", NOW);
    authority("cannot be opened", LIMIT - 9);
    authority("new", null);
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static void authority(String id, Long listedAt) {
    AuthorityEntity authority = new AuthorityEntity();
    authority.id = id;
    authority.crlAt = listedAt;
    database.add(authority);
  }

  private static void device(String id, String authority, Long revokedAt, long expiresAt) {
    DeviceEntity device = new DeviceEntity();
    device.id = id;
    device.realmId = "tenant";
    device.keyFingerprint = "key of " + id;
    device.authorityId = authority;
    device.state = revokedAt == null ? DeviceState.ACTIVE : DeviceState.REVOKED;
    device.revokedAt = revokedAt;
    device.expiresAt = expiresAt;
    database.add(device);
  }

  private static boolean isThere(String id) {
    return database.call(entities -> entities.find(DeviceEntity.class, id)) != null;
  }

  private static boolean knows(String tenant, String key) {
    return database.call(entities -> Devices.knowsKey(entities, tenant, key));
  }

  @Test
  void whatExpiredLongAgoGoesAndItsKeyStaysKnown() {
    device("expired", "listed", null, LIMIT - 1);
    device("expired lately", "listed", null, LIMIT + 1);
    device("revoked", "listed", LIMIT - 5, LIMIT - 1);
    device("revoked, on no list since", "cannot be opened", LIMIT - 5, LIMIT - 1);
    device("revoked, on no list", "new", LIMIT - 5, LIMIT - 1);
    device("revoked after the list", "cannot be opened", LIMIT - 5, LIMIT - 20);
    device("of an issuing CA that is gone", "gone", LIMIT - 5, LIMIT - 1);

    int forgotten = database.call(entities -> FormerDevices.forget(entities, NOW));

    assertThat(forgotten).isEqualTo(3);
    assertThat(isThere("expired")).isFalse();
    assertThat(isThere("revoked")).isFalse();
    assertThat(isThere("of an issuing CA that is gone")).isFalse();
    assertThat(isThere("expired lately")).isTrue();
    assertThat(isThere("revoked, on no list since")).isTrue();
    assertThat(isThere("revoked, on no list")).isTrue();
    assertThat(isThere("revoked after the list")).isTrue();
    assertThat(knows("tenant", "key of expired")).isTrue();
    assertThat(knows("tenant", "key of revoked")).isTrue();
    assertThat(knows("tenant", "key of expired lately")).isTrue();
    assertThat(knows("another", "key of expired")).isFalse();
    assertThat(knows("tenant", "another")).isFalse();
    int again = database.call(entities -> FormerDevices.forget(entities, NOW));
    assertThat(again).isZero();
  }
}
