package org.sekisho.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses in CIDR notation (RFC 4632, RFC 4291 §2.3). Bits behind the prefix are
 * dropped, so that one block has one text.
 *
 * @param first the lowest address of the block
 * @param prefix how many leading bits all addresses share: 0 to 32 or 0 to 128
 */
public record Network(IpAddress first, int prefix) {

  private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/(0|[1-9]\\d{0,2}))?");
  private static final int MAPPED = 96;

  public Network {
    if (prefix < 0 || prefix > first.bits()) {
      throw new IllegalArgumentException("prefix out of range: " + prefix);
    }
    first = withoutHostBits(first, prefix);
  }

  /** Reads a block or a single address. Empty where the text is neither; names are refused. */
  public static Optional<Network> parse(String text) {
    Matcher parts = CIDR.matcher(text == null ? "" : text.trim());
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean written6 = parts.group(1).indexOf(':') >= 0;
    return IpAddress.parse(parts.group(1))
        .flatMap(address -> of(address, parts.group(2), written6));
  }

  private static Optional<Network> of(IpAddress address, String prefix, boolean written6) {
    int shift = written6 && address.bits() == IpAddress.V4 ? MAPPED : 0;
    int length = prefix == null ? address.bits() : Integer.parseInt(prefix) - shift;
    return length >= 0 && length <= address.bits()
        ? Optional.of(new Network(address, length))
        : Optional.empty();
  }

  public boolean contains(IpAddress address) {
    return address.bits() == first.bits() && withoutHostBits(address, prefix).equals(first);
  }

  /** The highest address of the block. */
  public IpAddress last() {
    return new IpAddress(
        first.bits(),
        first.high() | ~highMask(first.bits(), prefix),
        first.low() | (~lowMask(first.bits(), prefix) & familyMask(first.bits())));
  }

  private static IpAddress withoutHostBits(IpAddress address, int prefix) {
    return new IpAddress(
        address.bits(),
        address.high() & highMask(address.bits(), prefix),
        address.low() & lowMask(address.bits(), prefix));
  }

  /** IPv4 has no high bits: all of them are kept, and all of them are zero. */
  private static long highMask(int bits, int prefix) {
    return bits == IpAddress.V4 ? -1L : leading(Math.min(prefix, 64), 64);
  }

  private static long lowMask(int bits, int prefix) {
    return bits == IpAddress.V4 ? leading(prefix, 32) : leading(Math.max(prefix - 64, 0), 64);
  }

  private static long familyMask(int bits) {
    return bits == IpAddress.V4 ? 0xffff_ffffL : -1L;
  }

  /** A mask of {@code width} bits of which the leading {@code ones} are set. */
  private static long leading(int ones, int width) {
    return ones == 0 ? 0 : -1L << (width - ones) & (width == 64 ? -1L : (1L << width) - 1);
  }

  @Override
  public String toString() {
    return prefix == first.bits() ? first.toString() : first + "/" + prefix;
  }
}
