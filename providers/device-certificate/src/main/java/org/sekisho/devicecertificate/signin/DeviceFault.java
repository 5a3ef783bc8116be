package org.sekisho.devicecertificate.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sekisho.devicecertificate.handback.Outcome;

/** Why a device does not open the door. The names stand in texts of the page. */
enum DeviceFault {
  MISSING("device_certificate_missing"),
  FOREIGN("device_certificate_foreign"),
  EXPIRED("device_certificate_expired"),
  REVOKED("device_certificate_revoked"),
  /** A device of somebody else, or the ID is nobody's. */
  NOT_OWN("device_of_other_user"),
  /** It was made on another device and has not been used there yet. */
  OTHER_PLATFORM("device_on_other_platform"),
  /** The answer came too late, twice, or from another browser. */
  STALE("device_check_stale"),
  /** The server has no listener. */
  OFF("device_certificates_off");

  private final String event;

  DeviceFault(String event) {
    this.event = event;
  }

  /** The error of the event, which also stands in the history. */
  String event() {
    return event;
  }

  /** The end of the names of the page's texts. */
  String text() {
    return Arrays.stream(name().split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  static DeviceFault of(Outcome outcome) {
    return switch (outcome) {
      case NO_CERTIFICATE -> MISSING;
      case OTHER_CERTIFICATE -> FOREIGN;
      case EXPIRED -> EXPIRED;
      case REVOKED -> REVOKED;
      case OTHER_PLATFORM -> OTHER_PLATFORM;
      case VALID -> throw new IllegalArgumentException("no fault");
    };
  }
}
