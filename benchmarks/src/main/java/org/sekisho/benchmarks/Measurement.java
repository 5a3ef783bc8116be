package org.sekisho.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Loads the targets in turn, so that noise of a shared machine meets all of them. */
final class Measurement {

  /** Until reports of delivery have come in and what the server does later is done. */
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final List<Target> targets;
  private final Database database;
  private final Options options;

  Measurement(List<Target> targets, Database database, Options options) {
    this.targets = targets;
    this.database = database;
    this.options = options;
  }

  void warmUp() {
    for (int left = options.warmUp(); left > 0; left -= options.signIns()) {
      for (Target target : targets) {
        measure(0, 0, target, Math.min(left, options.signIns()));
      }
    }
  }

  List<Block> run() {
    return blocks(options.pairs());
  }

  List<Block> blocks(int rounds) {
    List<Block> blocks = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      List<Target> order = order(round);
      for (int position = 1; position <= order.size(); position++) {
        Target target = order.get(position - 1);
        Block block = measure(round, position, target, options.signIns());
        blocks.add(block);
        System.out.printf(
            "round %2d  %-15s %6.1f ms CPU per sign-in, %6.1f without the compiler, %5.1f sign-ins/s%n",
            round, target.kind().label, block.cpuMillis(), block.warmCpuMillis(), block.rate());
      }
    }
    return blocks;
  }

  /** Each order is followed by its reverse, and then another target begins. */
  private List<Target> order(int round) {
    List<Target> order = new ArrayList<>(targets);
    Collections.rotate(order, -((round - 1) / 2));
    if (round % 2 == 0) {
      Collections.reverse(order);
    }
    return order;
  }

  Block measure(int round, int position, Target target, int signIns) {
    List<Integer> users = target.pool().take(signIns);
    Duration serverBefore = target.server().cpu();
    Duration compilerBefore = target.server().compilerCpu();
    Duration databaseBefore = database.cpu();
    long began = System.nanoTime();
    int requests = target.signIn(users, options.virtualUsers());
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    target.pool().giveBack(users);
    Pause.of(SETTLE);
    return new Block(
        round,
        position,
        target.kind(),
        signIns,
        requests,
        elapsed,
        target.server().cpu().minus(serverBefore),
        target.server().compilerCpu().minus(compilerBefore),
        database.cpu().minus(databaseBefore));
  }
}
