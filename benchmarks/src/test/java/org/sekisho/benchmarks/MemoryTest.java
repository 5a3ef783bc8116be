package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void theResidentMemoryIsReadInMegabytes() {
    assertThat(Memory.ofStatus("Name:\tjava\nVmPeak:\t 999 kB\nVmRSS:\t  558080 kB\nThreads:\t9\n"))
        .isEqualTo(545);
  }
}
