package org.sekisho.devicecertificate.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether one certificate is in use on several devices: it belongs to one, so two platforms at a
 * time mean that somebody has copied it. Pure.
 */
public final class SimultaneousUse {

  /** Two uses as near as this are at the same time. */
  public static final Duration WINDOW = Duration.ofHours(1);

  /** A pair of platforms is told of again after this time, and not at each use. */
  public static final Duration QUIET = Duration.ofHours(24);

  private SimultaneousUse() {}

  /**
   * The other platforms that a use contradicts.
   *
   * @param now the platform of the use
   * @param at when it is, in milliseconds since the epoch
   * @param lastUses when the certificate was last used on which platform
   * @param open platforms with a session that was opened with the certificate and has not ended
   * @return none where nothing is known against it
   */
  public static Set<Platform> conflicts(
      Platform now, long at, Map<Platform, Long> lastUses, Set<Platform> open) {
    Set<Platform> others = new TreeSet<>();
    lastUses.forEach(
        (platform, last) -> {
          if (at - last <= WINDOW.toMillis()) {
            others.add(platform);
          }
        });
    others.addAll(open);
    others.removeIf(platform -> !now.differsFrom(platform));
    return others;
  }

  /**
   * Whether a pair is to be told of.
   *
   * @param told when it was last told of; null for never
   */
  public static boolean isNews(Long told, long at) {
    return told == null || at - told >= QUIET.toMillis();
  }

  /** A pair's name, the same from both sides. */
  static String pair(Platform one, Platform other) {
    return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
  }
}
