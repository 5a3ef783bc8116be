package org.sekisho.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * What the command line says.
 *
 * @param repository the root of the checkout
 * @param pairs rounds; in each, every target gets one block
 * @param signIns sign-ins per block
 * @param warmUp sign-ins per target before the first round, not counted
 * @param virtualUsers sign-ins at the same time
 * @param targets how many of them, see {@link Servers}
 * @param hash what a password's hash costs on all targets
 * @param javaOptions further options of the JVM for all servers, or empty
 */
record Options(
    Path repository,
    int pairs,
    int signIns,
    int warmUp,
    int virtualUsers,
    int targets,
    PasswordHash hash,
    String javaOptions) {

  static final String USAGE =
      "Usage: benchmarks/sign-in [--no-build] [--pairs N] [--sign-ins N] [--warm-up N]"
          + " [--virtual-users N] [--targets 2|3|4] [--hash full|light] [--java OPTIONS]";

  private static final int MAX_USERS = 960;

  /** The first argument is the repository. */
  static Options of(String... arguments) {
    int pairs = 12;
    int signIns = 40;
    int warmUp = 240;
    int virtualUsers = 2;
    int targets = 3;
    PasswordHash hash = PasswordHash.FULL;
    String javaOptions = "";
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    Path repository = Path.of(rest.next());
    while (rest.hasNext()) {
      String name = rest.next();
      String value = rest.hasNext() ? rest.next() : "";
      switch (name) {
        case "--pairs" -> pairs = positive(value);
        case "--sign-ins" -> signIns = positive(value);
        case "--warm-up" -> warmUp = positive(value);
        case "--virtual-users" -> virtualUsers = positive(value);
        case "--targets" -> targets = twoToFour(value);
        case "--hash" -> hash = PasswordHash.of(value);
        case "--java" -> javaOptions = value;
        default -> throw new BenchmarkException(USAGE);
      }
    }
    return new Options(
        repository, pairs, signIns, warmUp, virtualUsers, targets, hash, javaOptions);
  }

  private static int twoToFour(String value) {
    if (!value.matches("[2-4]")) {
      throw new BenchmarkException(USAGE);
    }
    return Integer.parseInt(value);
  }

  private static int positive(String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new BenchmarkException(USAGE);
    }
    return Integer.parseInt(value);
  }

  /** Enough that few have to rest, see {@link UserPool}; a block never uses a user twice. */
  int users() {
    return Math.max(signIns, Math.min(MAX_USERS, warmUp + pairs * signIns));
  }

  Path output() {
    return repository.resolve("benchmarks/target");
  }

  Path work() {
    return output().resolve("sign-in-work");
  }
}
