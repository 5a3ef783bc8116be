package org.sekisho.devicecertificate.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/** Holds the lines of a file against the users and the tenant's settings. Pure. */
public final class InvitationReview {

  private final Function<String, Optional<Invitee>> users;
  private final DeviceSettings settings;
  private final Map<String, Integer> invited = new HashMap<>();
  private final Set<List<String>> seen = new HashSet<>();

  private InvitationReview(Function<String, Optional<Invitee>> users, DeviceSettings settings) {
    this.users = users;
    this.settings = settings;
  }

  /**
   * A user who is invited.
   *
   * @param id identifier of the account
   * @param devices how many open the door
   * @param waiting how many enrolments wait
   */
  public record Invitee(String id, boolean enabled, long devices, int waiting) {}

  /**
   * The lines with all that is wrong with them.
   *
   * @param users by user ID
   */
  public static List<InvitationLine> of(
      List<InvitationLine> lines,
      Function<String, Optional<Invitee>> users,
      DeviceSettings settings) {
    InvitationReview review = new InvitationReview(users, settings);
    return lines.stream().map(review::judge).toList();
  }

  private InvitationLine judge(InvitationLine line) {
    InvitationLine wished = settings.pairingRequired() ? line.withPairing() : line;
    if (wished.userId().isEmpty()) {
      return wished;
    }
    Optional<Invitee> invitee = users.apply(wished.userId());
    List<LineFault> faults =
        invitee
            .map(user -> faults(user, wished.deviceName()))
            .orElse(List.of(LineFault.USER_UNKNOWN));
    return wished.with(faults);
  }

  private List<LineFault> faults(Invitee user, String deviceName) {
    List<LineFault> faults = new ArrayList<>();
    if (!user.enabled()) {
      faults.add(LineFault.USER_DISABLED);
    }
    if (!seen.add(List.of(user.id(), deviceName))) {
      faults.add(LineFault.TWICE);
    }
    int inFile = invited.merge(user.id(), 1, Integer::sum);
    if (user.devices() + inFile > settings.devicesPerUser()) {
      faults.add(LineFault.DEVICE_LIMIT);
    }
    if (user.waiting() + inFile > Enrolments.MOST_WAITING) {
      faults.add(LineFault.TOO_MANY_WAITING);
    }
    return faults;
  }
}
