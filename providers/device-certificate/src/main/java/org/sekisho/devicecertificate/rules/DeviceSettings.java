package org.sekisho.devicecertificate.rules;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.sekisho.core.Faults;

/**
 * What a tenant sets for its devices. Stands in attributes of the realm, which every node caches.
 * What is read there is bounded again: a number out of range counts as the nearest bound, what
 * cannot be read as the usual value. Pure.
 *
 * @param devicesPerUser at once, 1 to 20
 * @param certificateDays how long a certificate is valid, 30 to 1,096 days (three years)
 * @param invitationHours how long an administrator's invitation is good where it does not say
 *     itself, 1 to 72 hours
 * @param pairingRequired whether each of these invitations asks for a pairing code
 * @param hardwareRequired whether only keys are certified that are said to be bound to hardware
 * @param serverMade whether the server may make keys, for devices that can do no better; never
 *     together with {@code hardwareRequired}
 * @param firstDeviceUntil until when users may enrol a first device themselves, in milliseconds
 *     since the epoch, at most 90 days ahead; 0 for never
 */
public record DeviceSettings(
    int devicesPerUser,
    int certificateDays,
    int invitationHours,
    boolean pairingRequired,
    boolean hardwareRequired,
    boolean serverMade,
    long firstDeviceUntil) {

  public static final DeviceSettings USUAL = new DeviceSettings(5, 397, 24, false, false, false, 0);

  /** A window that is open for longer is no window. */
  public static final Duration LONGEST_GRACE = Duration.ofDays(90);

  private static final String PREFIX = "sekisho.devices.";
  private static final String LIMIT = PREFIX + "limit";
  private static final String LIFE_DAYS = PREFIX + "life-days";
  private static final String INVITATION_HOURS = PREFIX + "invitation-hours";
  private static final String PAIRING_REQUIRED = PREFIX + "pairing-required";
  private static final String HARDWARE_REQUIRED = PREFIX + "hardware-required";
  private static final String SERVER_MADE = PREFIX + "server-made";
  private static final String FIRST_DEVICE_UNTIL = PREFIX + "first-device-until";

  private static final Range DEVICES = new Range(1, 20);
  private static final Range DAYS = new Range(30, 1_096);
  private static final Range HOURS = new Range(1, 72);

  private record Range(int least, int most) {

    int read(String text, int otherwise) {
      try {
        long value = Long.parseLong(String.valueOf(text).strip());
        return (int) Math.max(least, Math.min(most, value));
      } catch (NumberFormatException unreadable) {
        return otherwise;
      }
    }

    void check(Faults faults, String member, int value) {
      faults.require(
          member, value >= least && value <= most, "must be %d to %d".formatted(least, most));
    }
  }

  /**
   * What is set.
   *
   * @param attributes of the realm, by name; null for what is not set
   * @param now in milliseconds since the epoch
   */
  public static DeviceSettings of(UnaryOperator<String> attributes, long now) {
    boolean hardware = Boolean.parseBoolean(attributes.apply(HARDWARE_REQUIRED));
    return new DeviceSettings(
        DEVICES.read(attributes.apply(LIMIT), USUAL.devicesPerUser),
        DAYS.read(attributes.apply(LIFE_DAYS), USUAL.certificateDays),
        HOURS.read(attributes.apply(INVITATION_HOURS), USUAL.invitationHours),
        Boolean.parseBoolean(attributes.apply(PAIRING_REQUIRED)),
        hardware,
        !hardware && Boolean.parseBoolean(attributes.apply(SERVER_MADE)),
        grace(attributes.apply(FIRST_DEVICE_UNTIL), now));
  }

  private static long grace(String text, long now) {
    try {
      long until = Long.parseLong(String.valueOf(text).strip());
      return isGrace(until, now) ? until : 0;
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }

  private static boolean isGrace(long until, long now) {
    return until >= 0 && until <= now + LONGEST_GRACE.toMillis();
  }

  /** Whether an invitation may be good for so many hours. */
  public static boolean admitsHours(int hours) {
    return hours >= HOURS.least() && hours <= HOURS.most();
  }

  /** Adds what is wrong with settings that a caller wishes. */
  public void check(Faults faults, long now) {
    DEVICES.check(faults, "devicesPerUser", devicesPerUser);
    DAYS.check(faults, "certificateDays", certificateDays);
    HOURS.check(faults, "invitationHours", invitationHours);
    faults.require(
        "serverMade",
        !serverMade || !hardwareRequired,
        "must be false where hardwareRequired is true");
    faults.require(
        "firstDeviceUntil",
        isGrace(firstDeviceUntil, now),
        "must be 0 or at most %d days ahead".formatted(LONGEST_GRACE.toDays()));
  }

  /** Writes them as attributes. */
  public void write(BiConsumer<String, String> attributes) {
    attributes.accept(LIMIT, String.valueOf(devicesPerUser));
    attributes.accept(LIFE_DAYS, String.valueOf(certificateDays));
    attributes.accept(INVITATION_HOURS, String.valueOf(invitationHours));
    attributes.accept(PAIRING_REQUIRED, String.valueOf(pairingRequired));
    attributes.accept(HARDWARE_REQUIRED, String.valueOf(hardwareRequired));
    attributes.accept(SERVER_MADE, String.valueOf(serverMade));
    attributes.accept(FIRST_DEVICE_UNTIL, String.valueOf(firstDeviceUntil));
  }
}
