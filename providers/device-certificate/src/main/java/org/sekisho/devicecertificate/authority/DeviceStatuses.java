package org.sekisho.devicecertificate.authority;

import java.math.BigInteger;
import java.time.Instant;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.sekisho.certauthority.revocation.ocsp.CertificateStatus;
import org.sekisho.certauthority.revocation.ocsp.CertificateStatuses;
import org.sekisho.devicecertificate.device.DeviceEntity;

/** What the rows say to a serial number of an issuing CA. */
final class DeviceStatuses implements CertificateStatuses {

  private final KeycloakSession session;
  private final AuthorityEntity authority;

  DeviceStatuses(KeycloakSession session, AuthorityEntity authority) {
    this.session = session;
    this.authority = authority;
  }

  @Override
  public CertificateStatus of(BigInteger serial) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(
            "select d from DeviceEntity d where d.authorityId = :authority and d.serial = :serial",
            DeviceEntity.class)
        .setParameter("authority", authority.id)
        .setParameter("serial", serial.toString(16))
        .getResultStream()
        .findFirst()
        .map(DeviceStatuses::status)
        .orElseGet(CertificateStatus.Unknown::new);
  }

  private static CertificateStatus status(DeviceEntity device) {
    return device.state.opens()
        ? new CertificateStatus.Good()
        : new CertificateStatus.Revoked(
            Instant.ofEpochMilli(device.revokedAt), device.revocationReason.standard());
  }
}
