package org.sekisho.devicecertificate.handback;

import java.nio.charset.StandardCharsets;
import org.sekisho.certauthority.Sha256;
import org.sekisho.network.IpAddress;

/**
 * Whether two requests may come from one browser. It keeps a ticket from being used elsewhere, as
 * far as that can be told without a program on the device. Pure.
 */
public final class SameBrowser {

  private SameBrowser() {}

  /** The same IPv4 address, or the same /64 of IPv6: addresses within one change (RFC 8981). */
  public static boolean address(String one, String other) {
    IpAddress first = IpAddress.parse(one).orElse(null);
    IpAddress second = IpAddress.parse(other).orElse(null);
    return first != null && second != null && first.host().equals(second.host());
  }

  /** SHA-256 of a {@code User-Agent}, hexadecimal. */
  public static String agent(String header) {
    return Sha256.hex(String.valueOf(header).getBytes(StandardCharsets.UTF_8));
  }
}
