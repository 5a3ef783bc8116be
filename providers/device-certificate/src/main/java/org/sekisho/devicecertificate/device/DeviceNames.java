package org.sekisho.devicecertificate.device;

import org.sekisho.core.Faults;

/** What a device may be called: it stands in certificates and in lists that browsers show. Pure. */
public final class DeviceNames {

  private static final int MOST = 60;

  private DeviceNames() {}

  /** The name without blanks around it, or a fault: it needs 1 to 60 printable characters. */
  public static String check(String name, String member, Faults faults) {
    String trimmed = name == null ? "" : name.strip();
    boolean fits =
        !trimmed.isEmpty()
            && trimmed.length() <= MOST
            && trimmed.codePoints().noneMatch(DeviceNames::isUnprintable);
    faults.require(member, fits, "must have 1 to 60 printable characters");
    return trimmed;
  }

  private static boolean isUnprintable(int character) {
    int type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
