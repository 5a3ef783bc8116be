package org.sekisho.benchmarks;

import java.util.List;
import java.util.Locale;

/** The report of {@code benchmarks/tenants}. */
final class TenantsReport {

  private static final int ENDS = 50;

  private final TenantsOptions options;
  private final Machine machine;
  private final List<TenantsSide> sides;

  TenantsReport(TenantsOptions options, Machine machine, List<TenantsSide> sides) {
    this.options = options;
    this.machine = machine;
    this.sides = sides;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Tenants, one after another\n\n");
    text.append(
        format(
            "Began %s, %d cores, load before %.2f, %s, %s. %d tenants after %d that were there and"
                + " %d to warm up; stock: %d realms.%n%n",
            machine.began(),
            machine.cores(),
            machine.load(),
            machine.java(),
            machine.system(),
            options.tenants(),
            TenantsSide.FEW,
            options.warmUp(),
            options.stock()));
    text.append(
        "| | first 50: s per tenant, median (quartiles) | last 50 | last : first | start with 10"
            + " tenants, s | start with all, s | all : 10 | resident MB after opening, after start"
            + " | first request ms, second |\n|---|---|---|---|---|---|---|---|---|\n");
    sides.forEach(side -> text.append(row(side)));
    text.append("\nSeconds per tenant, median of each 100:\n\n| tenants | ");
    sides.forEach(side -> text.append(side.name).append(" | "));
    text.append("\n|---|").append("---|".repeat(sides.size())).append('\n');
    for (int from = 0; from < options.tenants(); from += 2 * ENDS) {
      text.append("| ").append(from + 1).append('–').append(from + 2 * ENDS);
      for (TenantsSide side : sides) {
        text.append(" | ").append(part(side.openingSeconds, from, 2 * ENDS));
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static String row(TenantsSide side) {
    List<Double> all = side.openingSeconds;
    Statistics first = Statistics.of(all.subList(0, Math.min(ENDS, all.size())));
    Statistics last = Statistics.of(all.subList(Math.max(0, all.size() - ENDS), all.size()));
    Statistics few = Statistics.of(side.startsWithFew);
    Statistics many = Statistics.of(side.startsWithAll);
    return format(
        "| %s, %d | %s | %s | **%.2f** | %s | %s | **%.2f** | %d, %d | %.0f, %.0f |%n",
        side.name,
        side.opened(),
        spread(first),
        spread(last),
        last.median() / first.median(),
        spread(few),
        spread(many),
        many.median() / few.median(),
        side.residentMegabytesAfterOpening,
        side.residentMegabytesAfterStart,
        1000 * Statistics.of(side.coldRequests).median(),
        1000 * Statistics.of(side.warmRequests).median());
  }

  private static String spread(Statistics seconds) {
    return format(
        "%.2f (%.2f–%.2f)", seconds.median(), seconds.firstQuartile(), seconds.thirdQuartile());
  }

  private static String part(List<Double> seconds, int from, int count) {
    if (from >= seconds.size()) {
      return "";
    }
    return format(
        "%.2f",
        Statistics.of(seconds.subList(from, Math.min(seconds.size(), from + count))).median());
  }

  static String csv(List<TenantsSide> sides) {
    StringBuilder text = new StringBuilder("side,tenant,seconds\n");
    for (TenantsSide side : sides) {
      for (int i = 0; i < side.openingSeconds.size(); i++) {
        text.append(format("%s,%d,%.4f%n", side.name, i + 1, side.openingSeconds.get(i)));
      }
    }
    return text.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
