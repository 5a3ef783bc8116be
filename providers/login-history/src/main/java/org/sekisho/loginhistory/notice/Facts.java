package org.sekisho.loginhistory.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.loginhistory.record.LoginRecord;

/**
 * The table of a mail: each line has the message key of its label, and a value; where the value is
 * made of codes, also the beginning of the keys of their words. A line without a value is a
 * heading.
 */
final class Facts {

  private final ZoneId zone;
  private final Locale locale;
  private final List<Map<String, String>> lines = new ArrayList<>();

  Facts(ZoneId zone, Locale locale) {
    this.zone = zone;
    this.locale = locale;
  }

  List<Map<String, String>> list() {
    return lines;
  }

  Facts group(String label) {
    lines.add(Map.of("label", label));
    return this;
  }

  Facts add(String label, String value) {
    return addWords(label, "", value);
  }

  /** A value of codes, with commas between them; nothing where it is null. */
  Facts addWords(String label, String words, String codes) {
    if (codes != null && !codes.isEmpty()) {
      Map<String, String> line = new HashMap<>();
      line.put("label", label);
      line.put("value", codes);
      line.put("words", words);
      lines.add(line);
    }
    return this;
  }

  /** The time with its zone: the reader may be elsewhere. */
  Facts addTime(long millis) {
    return add(
        "sekishoFactTime",
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG)
            .withLocale(locale)
            .format(Instant.ofEpochMilli(millis).atZone(zone)));
  }

  Facts add(LoginRecord row) {
    return addTime(row.at())
        .add("sekishoFactAddress", row.address())
        .add("sekishoFactDevice", device(row.device()))
        .add("sekishoFactApplication", row.application())
        .addWords("sekishoFactFactors", "sekishoFactor", row.factors())
        .addWords("sekishoFactFailedFactor", "sekishoFactor", row.failedFactor());
  }

  private static String device(Device device) {
    return Stream.of(device.browser(), device.os(), device.osVersion())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
