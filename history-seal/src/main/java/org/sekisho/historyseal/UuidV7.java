package org.sekisho.historyseal;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers of records: UUIDs of version 7 (RFC 9562 §5.7). Their texts sort by the time at which
 * they were made, so the order of records is in their identifiers.
 *
 * <p>Within a process they only grow: 12 bits count within a millisecond and carry over into the
 * next one (§6.2, method 1 and the note on rollover). The other 62 bits are random.
 */
public final class UuidV7 {

  private static final int COUNTER_BITS = 12;
  private static final int LENGTH = 36;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Milliseconds since the epoch, and the counter behind them. */
  private static final AtomicLong LAST = new AtomicLong();

  private UuidV7() {}

  public static String next() {
    return text(nextTick(System.currentTimeMillis()), RANDOM.nextLong());
  }

  static long nextTick(long millis) {
    long now = millis << COUNTER_BITS;
    return LAST.updateAndGet(last -> Math.max(last + 1, now));
  }

  /** The lowest identifier of a moment: all that are made later are greater. */
  public static String lowestAt(long millis) {
    return text(Math.max(0, millis) << COUNTER_BITS, 0);
  }

  /**
   * When an identifier was made, in milliseconds since the epoch.
   *
   * @throws IllegalArgumentException where the text is no UUID of version 7
   */
  public static long timeOf(String id) {
    if (id == null || id.length() != LENGTH || id.charAt(14) != '7') {
      throw new IllegalArgumentException("not a UUID of version 7");
    }
    return HexFormat.fromHexDigitsToLong(id.substring(0, 8) + id.substring(9, 13));
  }

  private static String text(long tick, long random) {
    long millis = tick >>> COUNTER_BITS;
    int counter = (int) tick & 0xfff;
    // The two highest bits of the fourth group are the variant, 10.
    int variant = 0x8000 | ((int) (random >>> 48) & 0x3fff);
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(millis, 12).substring(0, 8)
        + '-'
        + hex.toHexDigits(millis, 4)
        + "-7"
        + hex.toHexDigits(counter, 3)
        + '-'
        + hex.toHexDigits(variant, 4)
        + '-'
        + hex.toHexDigits(random, 12);
  }
}
