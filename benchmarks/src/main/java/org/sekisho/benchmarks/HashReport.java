package org.sekisho.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The ratio that the goal is about: what was measured without the hash, with the same hash. */
record HashReport(List<Block> blocks, HashCost hash) {

  /** What is divided by what. */
  private record Pair(Target.Kind one, Target.Kind other) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(Target.Kind.SEKISHO_APP, Target.Kind.STOCK_2),
          new Pair(Target.Kind.SEKISHO, Target.Kind.STOCK_2),
          new Pair(Target.Kind.SEKISHO, Target.Kind.SEKISHO_APP),
          new Pair(Target.Kind.SEKISHO_APP, Target.Kind.STOCK_3));

  String markdown() {
    Statistics costs = hash.spread();
    StringBuilder text = new StringBuilder("\n## With the same hash added\n\n");
    text.append(
        format(
            "One hash costs %s ms of CPU on the servers of this run.\n\n",
            hash.servers().stream().map(cost -> format("%.1f", cost)).toList()));
    text.append("| | The hash, ms | Median of the rounds' ratios | Quartiles |\n");
    text.append("|---|---:|---:|---:|\n");
    for (Pair pair : PAIRS) {
      for (double cost : List.of(costs.median(), costs.min(), costs.max())) {
        text.append(isMeasured(pair) ? line(pair, cost) : "");
      }
    }
    for (Pair pair : PAIRS) {
      boolean judged = pair.other() == Target.Kind.STOCK_2 && isMeasured(pair);
      text.append(judged ? verdict(pair, costs.median()) : "");
    }
    return text.toString();
  }

  private boolean isMeasured(Pair pair) {
    return blocks.stream()
        .map(Block::target)
        .collect(Collectors.toSet())
        .containsAll(Set.of(pair.one(), pair.other()));
  }

  private String line(Pair pair, double cost) {
    Statistics ratio = ratio(pair, cost);
    return format(
        "| %s : %s | %.1f | %.3f | %.3f to %.3f |\n",
        pair.one().label,
        pair.other().label,
        cost,
        ratio.median(),
        ratio.firstQuartile(),
        ratio.thirdQuartile());
  }

  private String verdict(Pair pair, double cost) {
    return format(
        "\n**%s: goal at most %.2f with the median of the hash – %s.**\n",
        pair.one().label,
        Report.GOAL,
        ratio(pair, cost).median() <= Report.GOAL ? "met" : "not met");
  }

  /** Of the ratios within each round, with one and the same hash on both sides. */
  private Statistics ratio(Pair pair, double cost) {
    return Statistics.of(
        blocks.stream()
            .filter(block -> block.target() == pair.one())
            .map(
                block ->
                    (block.warmCpuMillis() + cost)
                        / (of(block.round(), pair.other()).warmCpuMillis() + cost))
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
