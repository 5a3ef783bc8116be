package org.sekisho.devicecertificate.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a file with invitations.
 *
 * @param number in the file; the header is 1
 * @param pairing whether the device is to be asked for a pairing code
 * @param hours how long the address can be opened; null where the line does not say
 */
public record InvitationLine(
    int number,
    String userId,
    String deviceName,
    boolean pairing,
    Integer hours,
    List<LineFault> faults) {

  public InvitationLine {
    faults = List.copyOf(faults);
  }

  public boolean isRight() {
    return faults.isEmpty();
  }

  /** The same line with more that is wrong. */
  InvitationLine with(List<LineFault> found) {
    List<LineFault> more = new ArrayList<>(faults);
    more.addAll(found);
    return new InvitationLine(number, userId, deviceName, pairing, hours, more);
  }

  /** The same line, asked for a pairing code. */
  InvitationLine withPairing() {
    return new InvitationLine(number, userId, deviceName, true, hours, faults);
  }
}
