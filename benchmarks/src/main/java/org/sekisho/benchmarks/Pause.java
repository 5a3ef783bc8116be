package org.sekisho.benchmarks;

import java.time.Duration;

/** Waits. */
final class Pause {

  private Pause() {}

  static void of(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", interrupted);
    }
  }
}
