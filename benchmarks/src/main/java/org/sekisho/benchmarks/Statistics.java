package org.sekisho.benchmarks;

import java.util.Collection;

/**
 * The order statistics of a set of measurements; quartiles are interpolated linearly between ranks.
 */
record Statistics(
    double min, double firstQuartile, double median, double thirdQuartile, double max) {

  /** Throws {@link IllegalArgumentException} where there is nothing to describe. */
  static Statistics of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no measurements");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Statistics(
        sorted[0],
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted[sorted.length - 1]);
  }

  private static double quantile(double[] sorted, double fraction) {
    double rank = fraction * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
