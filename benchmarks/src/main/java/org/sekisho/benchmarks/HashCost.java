package org.sekisho.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one password hash of Keycloak's default costs, in milliseconds of CPU: on each of the
 * servers, a sign-in with it less a sign-in without it. The servers do the same work for it and
 * differ by the luck of their compilers alone, so one number is to be taken for all.
 *
 * @param servers one value for each server, in the order of the targets
 */
record HashCost(Collection<Double> servers) {

  private static final int BLOCKS = 2;

  /** To be called once the blocks with the light hash are done; the servers keep the full one. */
  static HashCost measure(Servers.Running running, Options options, List<Block> light) {
    running.hashFully().forEach(Runnable::run);
    UserPool.pauseForAll();
    List<Target> targets =
        running.targets().stream()
            .map(target -> target.with(new UserPool(BLOCKS * options.signIns())))
            .toList();
    Measurement measurement = new Measurement(targets, running.database(), options);
    // The first time, each user's hash is made anew.
    List<Block> unused = measurement.blocks(BLOCKS);
    return of(light, measurement.blocks(BLOCKS));
  }

  static HashCost of(List<Block> light, List<Block> full) {
    Map<Target.Kind, Double> costs = new EnumMap<>(Target.Kind.class);
    for (Target.Kind kind : light.stream().map(Block::target).distinct().toList()) {
      costs.put(kind, median(full, kind) - median(light, kind));
    }
    return new HashCost(new ArrayList<>(costs.values()));
  }

  private static double median(List<Block> blocks, Target.Kind kind) {
    return Statistics.of(
            blocks.stream()
                .filter(block -> block.target() == kind)
                .map(Block::warmCpuMillis)
                .toList())
        .median();
  }

  Statistics spread() {
    return Statistics.of(servers);
  }
}
