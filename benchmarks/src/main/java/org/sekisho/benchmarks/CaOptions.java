package org.sekisho.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * What the command line of {@code benchmarks/ca} says.
 *
 * @param repository the root of the checkout
 * @param rounds in each, everything is done once by either side
 * @param leaves certificates per block
 * @param revoked entries of the revocation list
 * @param answers OCSP answers per block
 */
record CaOptions(Path repository, int rounds, int leaves, int revoked, int answers) {

  static final String USAGE =
      "Usage: benchmarks/ca [--no-build] [--rounds N] [--leaves N] [--revoked N] [--answers N]";

  /** The first argument is the repository. */
  static CaOptions of(String... arguments) {
    int rounds = 9;
    int leaves = 200;
    int revoked = 100_000;
    int answers = 500;
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    Path repository = Path.of(rest.next());
    while (rest.hasNext()) {
      String name = rest.next();
      int value = number(rest.hasNext() ? rest.next() : "");
      switch (name) {
        case "--rounds" -> rounds = value;
        case "--leaves" -> leaves = value;
        case "--revoked" -> revoked = value;
        case "--answers" -> answers = value;
        default -> throw new BenchmarkException(USAGE);
      }
    }
    return new CaOptions(repository, rounds, leaves, revoked, answers);
  }

  private static int number(String value) {
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw new BenchmarkException(USAGE);
    }
    return Integer.parseInt(value);
  }

  Path report() {
    return repository.resolve("benchmarks/target/ca.md");
  }

  Path work() {
    return repository.resolve("benchmarks/target/ca-work");
  }
}
