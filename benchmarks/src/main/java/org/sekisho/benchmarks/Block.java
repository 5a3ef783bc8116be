package org.sekisho.benchmarks;

import java.time.Duration;

/**
 * What one block has cost.
 *
 * @param round from 1
 * @param position of the block within its round, from 1
 * @param requests HTTP requests to the server
 * @param elapsed from the first request to the last answer
 * @param serverCpu of the Keycloak process, until a second after the last answer
 * @param compilerCpu the part of it that went into compiling the server's own code
 * @param databaseCpu of all PostgreSQL processes in the same time
 */
record Block(
    int round,
    int position,
    Target.Kind target,
    int signIns,
    int requests,
    Duration elapsed,
    Duration serverCpu,
    Duration compilerCpu,
    Duration databaseCpu) {

  double cpuMillis() {
    return perSignIn(serverCpu);
  }

  /** Without the compiler: what is left once the server is warm. */
  double warmCpuMillis() {
    return perSignIn(serverCpu.minus(compilerCpu));
  }

  double databaseMillis() {
    return perSignIn(databaseCpu);
  }

  double rate() {
    return signIns / (elapsed.toNanos() / 1e9);
  }

  double requestsEach() {
    return (double) requests / signIns;
  }

  private double perSignIn(Duration cpu) {
    return (double) cpu.toMillis() / signIns;
  }
}
