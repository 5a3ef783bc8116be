package org.sekisho.devicecertificate.admin;

import java.time.Duration;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.enrolment.EnrolmentAddress;
import org.sekisho.devicecertificate.enrolment.EnrolmentKind;
import org.sekisho.devicecertificate.enrolment.Invitation;
import org.sekisho.devicecertificate.rules.FreshProof;

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

  /** The caller's own account is no other one's: who has found the session stays outside. */
  Invited invite(Wish wish) {
    boolean own = wish.user().getId().equals(caller.auth().getUser().getId());
    if (own && !FreshProof.isIn(caller.proven(), Time.currentTimeMillis())) {
      throw Problem.of("sign-in-not-fresh", 403, "Forbidden", "Sign in again to invite yourself.")
          .toException();
    }
    Invitation made =
        Invitation.make(
            caller.session(),
            caller.tenant(),
            new Invitation.Wish(
                EnrolmentKind.INVITATION,
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
