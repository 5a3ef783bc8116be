package org.sekisho.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * What the command line of {@code benchmarks/history} says.
 *
 * @param repository the root of the checkout
 * @param part which of the two measurements
 * @param rows of the large table; the small ones have a thousandth
 * @param rounds of reading; in each, every question is put to every server some times
 * @param pairs rounds of writing; in each, both servers get one block of sign-ins
 * @param signIns sign-ins per block
 * @param warmUp sign-ins per server before the first round, not counted
 */
record HistoryOptions(
    Path repository, Part part, long rows, int rounds, int pairs, int signIns, int warmUp) {

  static final String USAGE =
      "Usage: benchmarks/history [--no-build] [--part reading|writing|both] [--rows N]"
          + " [--rounds N] [--pairs N] [--sign-ins N] [--warm-up N]";

  static final int TENANTS = 1_000;

  /** What is measured. */
  enum Part {
    READING,
    WRITING,
    BOTH
  }

  /** The first argument is the repository. */
  static HistoryOptions of(String... arguments) {
    Part part = Part.BOTH;
    int rows = 10_000_000;
    int rounds = 40;
    int pairs = 24;
    int signIns = 80;
    int warmUp = 320;
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    Path repository = Path.of(rest.next());
    while (rest.hasNext()) {
      String name = rest.next();
      String value = rest.hasNext() ? rest.next() : "";
      switch (name) {
        case "--part" -> part = part(value);
        case "--rows" -> rows = number(value);
        case "--rounds" -> rounds = number(value);
        case "--pairs" -> pairs = number(value);
        case "--sign-ins" -> signIns = number(value);
        case "--warm-up" -> warmUp = number(value);
        default -> throw new BenchmarkException(USAGE);
      }
    }
    if (rows % (TENANTS * TENANTS) != 0) {
      throw new BenchmarkException("--rows must be a multiple of a million");
    }
    return new HistoryOptions(repository, part, rows, rounds, pairs, signIns, warmUp);
  }

  private static Part part(String value) {
    return Arrays.stream(Part.values())
        .filter(part -> part.name().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> new BenchmarkException(USAGE));
  }

  private static int number(String value) {
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new BenchmarkException(USAGE);
    }
    return Integer.parseInt(value);
  }

  long fewRows() {
    return rows / TENANTS;
  }

  boolean reads() {
    return part != Part.WRITING;
  }

  boolean writes() {
    return part != Part.READING;
  }

  Path output() {
    return repository.resolve("benchmarks/target");
  }

  Path work() {
    return output().resolve("history-work");
  }
}
