package org.sekisho.devicecertificate.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.devicecertificate.TestDatabase;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.FarewellEntity;
import org.sekisho.devicecertificate.device.RevocationReason;

class RetirementTest {

  private static final long NOW = 1_000_000;

  private static DeviceEntity device(String id, String authority, DeviceState state, long end) {
    DeviceEntity device = new DeviceEntity();
    device.id = id;
    device.realmId = "tenant";
    device.authorityId = authority;
    device.state = state;
    device.revokedAt = state == DeviceState.REVOKED ? NOW - 1 : null;
    device.revocationReason = state == DeviceState.REVOKED ? RevocationReason.LOST : null;
    device.expiresAt = end;
    return device;
  }

  @Test
  void allDevicesAreRevokedAndThoseInUseAreToBeSignedOut() throws IOException {
    try (TestDatabase database = new TestDatabase()) {
      database.add(device("active", "retired", DeviceState.ACTIVE, NOW + 9));
      database.add(device("superseded", "retired", DeviceState.SUPERSEDED, NOW + 9));
      database.add(device("revoked before", "retired", DeviceState.REVOKED, NOW + 9));
      database.add(device("expired", "retired", DeviceState.ACTIVE, NOW - 9));
      database.add(device("of another CA", "other", DeviceState.ACTIVE, NOW + 9));

      database.run(entities -> Retirement.revokeDevices(entities, "retired", NOW));

      List<FarewellEntity> told =
          database.call(
              entities ->
                  entities
                      .createQuery("from FarewellEntity f order by f.id", FarewellEntity.class)
                      .getResultList());
      assertThat(told).extracting(found -> found.id).containsExactly("active", "superseded");
      assertThat(told).extracting(found -> found.realmId).containsOnly("tenant");
      assertThat(find(database, "revoked before").revocationReason)
          .isEqualTo(RevocationReason.LOST);
      assertThat(find(database, "expired").state).isEqualTo(DeviceState.REVOKED);
      assertThat(find(database, "of another CA").state).isEqualTo(DeviceState.ACTIVE);
    }
  }

  private static DeviceEntity find(TestDatabase database, String id) {
    return database.call(entities -> entities.find(DeviceEntity.class, id));
  }
}
