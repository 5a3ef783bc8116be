package org.sekisho.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address. An IPv4 address that is written as IPv6 ({@code ::ffff:192.0.2.1}, RFC
 * 4291 §2.5.5.2) is the IPv4 address.
 *
 * @param bits 32 or 128, the length of addresses of the family
 * @param high the first 64 bits of an IPv6 address; 0 for IPv4
 * @param low the last 64 bits; for IPv4 the 32 bits of the address
 */
public record IpAddress(int bits, long high, long low) {

  static final int V4 = 32;
  static final int V6 = 128;

  private static final int MAX_INPUT = 64;

  /** Without leading zeros: some programs read 010 as eight. */
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** With a colon in it the JDK never asks a name server: it is an address or an error. */
  private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*");

  /** Empty where the text is no address; names are never looked up. */
  public static Optional<IpAddress> parse(String text) {
    if (text == null || text.length() > MAX_INPUT) {
      return Optional.empty();
    }
    boolean literal = DOTTED_QUAD.matcher(text).matches() || COLONS.matcher(text).matches();
    return literal ? read(text) : Optional.empty();
  }

  private static Optional<IpAddress> read(String literal) {
    try {
      byte[] bytes = InetAddress.getByName(literal).getAddress();
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return Optional.of(
          bytes.length == 4
              ? new IpAddress(V4, 0, Integer.toUnsignedLong(buffer.getInt()))
              : new IpAddress(V6, buffer.getLong(), buffer.getLong()));
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }

  /**
   * What one host has, and so what limits count as one caller: the address of IPv4, the /64 of IPv6
   * (RFC 4291 §2.5.4), whose addresses a host changes as it likes (RFC 8981).
   */
  public Network host() {
    return new Network(this, bits == V4 ? V4 : V6 / 2);
  }

  /** RFC 5952 for IPv6, dotted decimals for IPv4. */
  @Override
  public String toString() {
    return bits == V4 ? dotted() : Ipv6Text.of(high, low);
  }

  private String dotted() {
    return "%d.%d.%d.%d".formatted(low >>> 24 & 255, low >>> 16 & 255, low >>> 8 & 255, low & 255);
  }
}
