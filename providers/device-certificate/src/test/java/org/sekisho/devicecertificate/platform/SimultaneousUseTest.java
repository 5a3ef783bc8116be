package org.sekisho.devicecertificate.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When one certificate is in use on two devices. */
class SimultaneousUseTest {

  private static final long MINUTE = 60_000;
  private static final long NOW = 1_800_000_000_000L;

  /** Uses are written as {@code WINDOWS:59}, minutes ago. */
  @ParameterizedTest(name = "{0} after {1} with {2} open: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "WINDOWS, -, -, -",
        "WINDOWS, WINDOWS:0, WINDOWS, -",
        "WINDOWS, IOS:0, -, IOS",
        "WINDOWS, IOS:60, -, IOS",
        "WINDOWS, IOS:61, -, -",
        "WINDOWS, IOS:61, IOS, IOS",
        "WINDOWS, IOS:600, IOS, IOS",
        "WINDOWS, IOS:600, WINDOWS, -",
        "WINDOWS, IOS:5 ANDROID:5 LINUX:90, -, IOS ANDROID",
        "WINDOWS, IOS:5 LINUX:90, LINUX, IOS LINUX",
        "WINDOWS, UNKNOWN:0, UNKNOWN, -",
        "UNKNOWN, WINDOWS:0, WINDOWS, -",
        "MACOS, IOS:0, -, IOS",
        "LINUX, ANDROID:0, -, ANDROID"
      })
  void isTold(Platform now, String uses, String open, String expected) {
    assertThat(SimultaneousUse.conflicts(now, NOW, uses(uses), platforms(open)))
        .isEqualTo(platforms(expected));
  }

  private static Map<Platform, Long> uses(String text) {
    Map<Platform, Long> uses = new EnumMap<>(Platform.class);
    if (text != null) {
      for (String use : text.split(" ", -1)) {
        String[] parts = use.split(":", -1);
        uses.put(Platform.valueOf(parts[0]), NOW - Long.parseLong(parts[1]) * MINUTE);
      }
    }
    return uses;
  }

  private static Set<Platform> platforms(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.split(" ", -1)).map(Platform::valueOf).collect(Collectors.toSet());
  }

  @Test
  void aPairIsToldOfOnceInADayAndIsTheSameFromBothSides() {
    assertThat(SimultaneousUse.isNews(null, NOW)).isTrue();
    assertThat(SimultaneousUse.isNews(NOW, NOW + 24 * 60 * MINUTE - 1)).isFalse();
    assertThat(SimultaneousUse.isNews(NOW, NOW + 24 * 60 * MINUTE)).isTrue();
    assertThat(SimultaneousUse.pair(Platform.IOS, Platform.WINDOWS))
        .isEqualTo(SimultaneousUse.pair(Platform.WINDOWS, Platform.IOS));
  }
}
