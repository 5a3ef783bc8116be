package org.sekisho.devicecertificate.authority;

import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.Sha256;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.leaf.DeviceName;
import org.sekisho.certauthority.leaf.LeafIssuer;
import org.sekisho.certauthority.leaf.PublicationAddresses;
import org.sekisho.certauthority.request.AdmittedKey;
import org.sekisho.core.Tenant;
import org.sekisho.devicecertificate.DeviceCertificates;

/** Issues certificates of devices by the newest issuing CA of a tenant. */
public final class Issuer {

  private static final SerialNumbers SERIALS = new SerialNumbers(new SecureRandom());

  private final RealmModel tenant;
  private final AuthorityEntity authority;
  private final LeafIssuer leaves;

  /**
   * Prepares for issuing.
   *
   * @throws NoAuthorityException where the root has signed none of the tenant's yet
   */
  public Issuer(KeycloakSession session, RealmModel tenant) throws NoAuthorityException {
    DeviceCertificates server = DeviceCertificates.of(session);
    this.tenant = tenant;
    this.authority =
        new Authorities(session, tenant)
            .issuing(Time.currentTimeMillis())
            .orElseThrow(NoAuthorityException::new);
    IssuingCa ca = AuthorityKeys.open(server.keys(), authority);
    this.leaves =
        new LeafIssuer(
            ca,
            new PublicationAddresses(server.config().orElseThrow().publication(), ca.generation()),
            SERIALS);
  }

  /**
   * An issued certificate.
   *
   * @param serial lower-case hexadecimal
   * @param fingerprint SHA-256, lower-case hexadecimal
   * @param chain PEM of the issuing CA; never the root, which no device needs to trust
   */
  public record Issued(
      String authorityId,
      X509Certificate certificate,
      String serial,
      String fingerprint,
      String chain) {}

  /** Issues one. */
  public Issued issue(UUID deviceId, String label, AdmittedKey key, Instant now) {
    X509Certificate issued =
        leaves.issue(new DeviceName(deviceId, label, Tenant.calledBy(tenant)), key, now);
    try {
      return new Issued(
          authority.id,
          issued,
          issued.getSerialNumber().toString(16),
          Sha256.hex(issued.getEncoded()),
          authority.certificate);
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
