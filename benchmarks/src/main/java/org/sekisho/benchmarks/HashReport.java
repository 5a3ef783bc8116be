package org.sekisho.benchmarks;

import java.util.List;
import java.util.Locale;

/** The ratio that the goal is about: what was measured without the hash, with the same hash. */
record HashReport(List<Block> blocks, HashCost hash) {

  String markdown() {
    Statistics costs = hash.spread();
    Statistics ratio = ratio(Target.Kind.STOCK_2, costs.median());
    StringBuilder text = new StringBuilder("\n## With the same hash added\n\n");
    text.append(
        format(
            "One hash costs %s ms of CPU on the servers of this run.\n\n",
            hash.servers().stream().map(cost -> format("%.1f", cost)).toList()));
    text.append("| Sekisho : | The hash, ms | Median of the rounds' ratios | Quartiles |\n");
    text.append("|---|---:|---:|---:|\n");
    for (double cost : List.of(costs.median(), costs.min(), costs.max())) {
      text.append(line(Target.Kind.STOCK_2, cost));
      if (blocks.stream().anyMatch(block -> block.target() == Target.Kind.STOCK_3)) {
        text.append(line(Target.Kind.STOCK_3, cost));
      }
    }
    return text.append(
            format(
                "\n**Goal: at most %.2f with the median of the hash – %s.**\n",
                Report.GOAL, ratio.median() <= Report.GOAL ? "met" : "not met"))
        .toString();
  }

  private String line(Target.Kind stock, double cost) {
    Statistics ratio = ratio(stock, cost);
    return format(
        "| %s | %.1f | %.3f | %.3f to %.3f |\n",
        stock.label, cost, ratio.median(), ratio.firstQuartile(), ratio.thirdQuartile());
  }

  /** Of the ratios within each round, with one and the same hash on both sides. */
  private Statistics ratio(Target.Kind stock, double cost) {
    return Statistics.of(
        blocks.stream()
            .filter(block -> block.target() == Target.Kind.SEKISHO)
            .map(
                block ->
                    (block.warmCpuMillis() + cost)
                        / (of(block.round(), stock).warmCpuMillis() + cost))
            .toList());
  }

  private Block of(int round, Target.Kind kind) {
    return blocks.stream()
        .filter(block -> block.round() == round && block.target() == kind)
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
