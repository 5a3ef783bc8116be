package org.sekisho.tenant.support;

import java.util.List;
import org.sekisho.core.Faults;

/**
 * The body of the call that asks for a support session, as it arrives: unchecked.
 *
 * @param ticket number of the case, 1 to 64 characters
 * @param reason for the tenant's administrators to read, 1 to 500 characters
 * @param rights at least one of those that can be given
 * @param minutes 1 to 240; null means 60
 */
public record SupportRequest(String ticket, String reason, List<String> rights, Integer minutes) {

  private static final int DEFAULT_MINUTES = 60;
  private static final int MAX_MINUTES = 240;
  private static final int MAX_REASON = 500;

  int minutesOrDefault() {
    return minutes == null ? DEFAULT_MINUTES : minutes;
  }

  /** Everything that is wrong with it. */
  public Faults check() {
    Faults faults = new Faults();
    faults.checkTicket(ticket);
    faults.checkLine("reason", reason, MAX_REASON);
    faults.require(
        "rights",
        SupportRights.areGrantable(rights),
        "must name at least one of " + String.join(", ", SupportRights.GRANTABLE));
    faults.require(
        "minutes",
        minutesOrDefault() >= 1 && minutesOrDefault() <= MAX_MINUTES,
        "must be 1 to " + MAX_MINUTES);
    return faults;
  }
}
