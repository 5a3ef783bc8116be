package org.sekisho.devicecertificate.enrolment;

import java.time.Duration;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.handback.SecretName;

/**
 * A new enrolment with the secrets that nobody can read again.
 *
 * @param token for the address, after the {@code #}
 * @param pairingCode null where none is asked
 */
public record Invitation(EnrolmentEntity enrolment, String token, String pairingCode) {

  /** For a user who stands before the new device. */
  public static final Duration SELF_SERVICE = Duration.ofMinutes(10);

  private static final int PAIRING_TRIES = 5;

  /**
   * What is wished.
   *
   * @param issuerId who invites
   * @param issuerDevice the device of the session that invites; null where none vouches
   * @param life how long the address can be opened
   * @param renews the device whose certificate is renewed; null for a new device
   */
  public record Wish(
      EnrolmentKind kind,
      String userId,
      String issuerId,
      String issuerDevice,
      String deviceName,
      boolean pairing,
      Duration life,
      String renews) {}

  /** Keeps an enrolment. */
  public static Invitation make(KeycloakSession session, RealmModel tenant, Wish wish, long now) {
    EnrolmentEntity enrolment = new EnrolmentEntity();
    String token = SecretName.next();
    String pairingCode = wish.pairing() ? EnrolmentSecrets.pairingCode() : null;
    enrolment.id = UUID.randomUUID().toString();
    enrolment.realmId = tenant.getId();
    enrolment.kind = wish.kind();
    enrolment.userId = wish.userId();
    enrolment.issuerId = wish.issuerId();
    enrolment.issuerDevice = wish.issuerDevice();
    enrolment.deviceName = wish.deviceName();
    enrolment.state = EnrolmentState.CREATED;
    enrolment.tokenHash = EnrolmentSecrets.hash(token);
    if (pairingCode != null) {
      enrolment.pairingHash = EnrolmentSecrets.pairingHash(enrolment.id, pairingCode);
      enrolment.pairingTriesLeft = PAIRING_TRIES;
    }
    enrolment.createdAt = now;
    enrolment.expiresAt = now + wish.life().toMillis();
    enrolment.renews = wish.renews();
    new Enrolments(session, tenant).add(enrolment);
    return new Invitation(enrolment, token, pairingCode);
  }
}
