package org.sekisho.devicecertificate.admin;

import java.time.Duration;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.sekisho.devicecertificate.enrolment.EnrolmentAddress;
import org.sekisho.devicecertificate.enrolment.Invitation;

/** Makes an invitation and its record. */
record Inviting(DevicesCaller caller) {

  /** Who is invited, once everything was looked at. */
  record Wish(UserModel user, String deviceName, boolean pairing, Duration life) {}

  /**
   * What the administrator hands to the user, once.
   *
   * @param pairingCode six digits; null where none is asked
   */
  record Invited(String id, String url, String pairingCode, long expiresAt) {}

  Invited invite(Wish wish) {
    Invitation made =
        Invitation.make(
            caller.session(),
            caller.tenant(),
            new Invitation.Wish(
                wish.user().getId(),
                caller.auth().getUser().getId(),
                null,
                wish.deviceName(),
                wish.pairing(),
                wish.life(),
                null),
            Time.currentTimeMillis());
    caller.record(
        OperationType.CREATE,
        "invitations/" + made.enrolment().id,
        Map.of("user", wish.user().getUsername(), "device", wish.deviceName()));
    return new Invited(
        made.enrolment().id,
        EnrolmentAddress.of(caller.session(), caller.tenant(), made.token()),
        made.pairingCode(),
        made.enrolment().expiresAt);
  }
}
