package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashReportTest {

  private static Block block(int round, Target.Kind kind, int millis, int compiler) {
    return new Block(
        round,
        1,
        kind,
        1,
        4,
        Duration.ofSeconds(1),
        Duration.ofMillis(millis + compiler),
        Duration.ofMillis(compiler),
        Duration.ZERO);
  }

  private static List<Block> round(int two, int app, int sekisho) {
    return List.of(
        block(1, Target.Kind.STOCK_2, two, 5),
        block(1, Target.Kind.SEKISHO_APP, app, 1),
        block(1, Target.Kind.SEKISHO, sekisho, 9));
  }

  @Test
  void theHashIsWhatAFullSignInCostsMore() {
    assertThat(HashCost.of(round(20, 25, 30), round(45, 55, 85)).servers())
        .containsExactly(25.0, 30.0, 55.0);
  }

  @Test
  void theSameHashIsAddedOnBothSides() {
    HashCost hash = HashCost.of(round(20, 25, 30), round(50, 55, 60));
    String report = new HashReport(round(20, 25, 30), hash).markdown();
    assertThat(report)
        .contains("| Sekisho, app : stock, 2 pages | 30.0 | 1.100 | 1.100 to 1.100 |")
        .contains("| Sekisho, SMS : stock, 2 pages | 30.0 | 1.200 | 1.200 to 1.200 |")
        .contains("| Sekisho, SMS : Sekisho, app | 30.0 | 1.091 | 1.091 to 1.091 |")
        .doesNotContain("stock, 3 pages")
        .contains("Sekisho, app: goal at most 1.05 with the median of the hash – not met");
  }
}
