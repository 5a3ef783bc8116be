package org.sekisho.devicecertificate.device;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.SessionEnding;
import org.sekisho.devicecertificate.authority.Authorities;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.enrolment.Room;

/**
 * Takes a device's right away, and ends what was opened with it: sessions, and links that were made
 * in them and wait. The row counts at once on every node; sessions are ended besides, so that
 * applications hear of it.
 */
public final class Revocation {

  private final KeycloakSession session;
  private final RealmModel tenant;

  public Revocation(KeycloakSession session, RealmModel tenant) {
    this.session = session;
    this.tenant = tenant;
  }

  /**
   * Revokes a device. Nothing happens where it is revoked.
   *
   * @param now in milliseconds since the epoch
   */
  public void revoke(DeviceEntity device, RevocationReason reason, long now) {
    if (device.state == DeviceState.REVOKED) {
      return;
    }
    // Before the row is written to: in this order everywhere, so that nobody waits in a circle.
    Room.of(session, tenant, device.userId).lock();
    device.state = DeviceState.REVOKED;
    device.revokedAt = now;
    device.revocationReason = reason;
    new Enrolments(session, tenant).cancelMadeFrom(device.id);
    Authorities.noteRevocation(session, device.authorityId, now);
    conclude(device);
  }

  /** Ends what was opened with a device that is revoked already, and writes that down. */
  public void conclude(DeviceEntity device) {
    UserModel user = session.users().getUserById(tenant, device.userId);
    if (user != null) {
      endSessions(user, device.id);
      record(user, device);
    }
  }

  private void endSessions(UserModel user, String deviceId) {
    List<UserSessionModel> opened =
        Stream.concat(
                session.sessions().getUserSessionsStream(tenant, user),
                session.sessions().getOfflineUserSessionsStream(tenant, user))
            .filter(found -> deviceId.equals(found.getNote(ProvenDevice.SESSION_NOTE)))
            .toList();
    for (UserSessionModel found : opened) {
      if (found.isOffline()) {
        session.sessions().removeOfflineUserSession(tenant, found);
      } else {
        new SessionEnding(session, tenant).end(found);
      }
    }
  }

  private void record(UserModel user, DeviceEntity device) {
    new EventBuilder(tenant, session, session.getContext().getConnection())
        .event(EventType.REMOVE_CREDENTIAL)
        .user(user)
        .detail("credential_type", "device-certificate")
        .detail("device_certificate", device.serial)
        .detail("reason", device.revocationReason.name())
        .success();
  }
}
