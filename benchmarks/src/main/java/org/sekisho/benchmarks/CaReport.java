package org.sekisho.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what each side does per second, round by round, and relates it to Sekisho's. */
final class CaReport {

  /** What is done. */
  enum Task {
    LEAVES("certificates", "certificates per second"),
    LIST("list", "lists per second"),
    ANSWERS("OCSP answers", "answers per second"),
    HTTP("OCSP answers over HTTP", "answers per second");

    private final String title;
    private final String unit;

    Task(String title, String unit) {
      this.title = title;
      this.unit = unit;
    }
  }

  private final Map<Task, Map<String, List<Double>>> rates = new LinkedHashMap<>();

  void add(Task task, String side, int count, double seconds) {
    rates
        .computeIfAbsent(task, any -> new LinkedHashMap<>())
        .computeIfAbsent(side, any -> new ArrayList<>())
        .add(count / seconds);
  }

  String text(CaOptions options, Machine machine) {
    StringBuilder text = new StringBuilder("# The device CA beside OpenSSL\n\n");
    text.append(
        "%s, %s, %d cores, load before %.1f, %s; %d rounds, %d certificates, %d revoked.%n%n"
            .formatted(
                machine.began(),
                machine.system(),
                machine.cores(),
                machine.load(),
                machine.java(),
                options.rounds(),
                options.leaves(),
                options.revoked()));
    text.append(
        "| task | side | median (quartiles) | | Sekisho : this side |\n|---|---|---|---|---|\n");
    rates.forEach(
        (task, sides) -> {
          List<Double> ours = sides.values().iterator().next();
          sides.forEach((side, theirs) -> text.append(row(task, side, theirs, ours)));
        });
    return text.toString();
  }

  private static String row(Task task, String side, List<Double> rates, List<Double> ours) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rates.size(); round++) {
      ratios.add(ours.get(round) / rates.get(round));
    }
    String ratio = rates == ours ? "" : text(Statistics.of(ratios), 2);
    return "| %s | %s | %s | %s | %s |%n"
        .formatted(task.title, side, text(Statistics.of(rates), 1), task.unit, ratio);
  }

  private static String text(Statistics numbers, int digits) {
    String format = "%%.%1$df (%%.%1$df–%%.%1$df)".formatted(digits);
    return String.format(
        Locale.ROOT, format, numbers.median(), numbers.firstQuartile(), numbers.thirdQuartile());
  }
}
