package org.sekisho.devicecertificate.admin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.csv.InvitationReview.Invitee;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/** The users that are to be invited; those that a file names are looked up once each. */
final class Invitees {

  private final DevicesCaller caller;
  private final long now = Time.currentTimeMillis();
  private final Map<String, Optional<Invitee>> found = new HashMap<>();

  Invitees(DevicesCaller caller) {
    this.caller = caller;
  }

  Optional<Invitee> find(String userId) {
    return found.computeIfAbsent(
        userId.toLowerCase(Locale.ROOT), key -> Optional.ofNullable(user(key)).map(this::of));
  }

  UserModel user(String userId) {
    return caller.session().users().getUserByUsername(caller.tenant(), userId);
  }

  /** Ends the call where a file would not invite the user either. */
  void require(UserModel user, DeviceSettings settings) {
    Invitee invitee = of(user);
    if (!invitee.enabled()) {
      throw Problem.of("user-disabled", 409, "Not invited", "The user is disabled.").toException();
    }
    if (invitee.devices() >= settings.devicesPerUser()) {
      throw Problem.of("device-limit-reached", 409, "Limit", "Revoke a device first.")
          .toException();
    }
    if (invitee.waiting() >= Enrolments.MOST_WAITING) {
      throw Problem.of(
              "too-many-enrolments", 429, "Too many", "Cancel one of those that wait first.")
          .toException();
    }
  }

  private Invitee of(UserModel user) {
    return new Invitee(
        user.getId(),
        user.isEnabled(),
        Devices.usable(new Devices(caller.session(), caller.tenant()).of(user.getId()), now),
        new Enrolments(caller.session(), caller.tenant()).open(user.getId(), now).size());
  }
}
