package org.sekisho.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTest {

  @Test
  void theNameOfAProcessMayHoldAnything() {
    assertThat(Cpu.fields("42 (a) b (c) S 1 2")).containsExactly("S", "1", "2");
  }

  @Test
  void workCosts() {
    long sum = 0;
    for (long i = 0; i < 300_000_000L; i++) {
      sum += i ^ (sum << 1);
    }
    assertThat(sum).isNotZero();
    assertThat(Cpu.of(ProcessHandle.current())).isPositive();
  }

  @Test
  void onlyTheCompilersThreadsAreCompilers() {
    assertThat(Cpu.isCompiler("7 (C2 CompilerThre) S 1")).isTrue();
    assertThat(Cpu.isCompiler("7 (executor-thread) S 1")).isFalse();
    assertThat(Cpu.ofCompiler(ProcessHandle.current()))
        .isPositive()
        .isLessThan(Cpu.of(ProcessHandle.current()));
  }
}
