package org.sekisho.devicecertificate.admin;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.sekisho.devicecertificate.csv.InvitationReview.Invitee;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.enrolment.Enrolments;

/** The users that a file names, each looked up once. */
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

  private Invitee of(UserModel user) {
    return new Invitee(
        user.getId(),
        user.isEnabled(),
        Devices.usable(new Devices(caller.session(), caller.tenant()).of(user.getId()), now),
        new Enrolments(caller.session(), caller.tenant()).open(user.getId(), now).size());
  }
}
