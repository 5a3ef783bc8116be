package org.sekisho.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/**
 * What the command line of {@code benchmarks/tenants} says.
 *
 * @param repository the root of the checkout
 * @param tenants tenants to open after the warm-up
 * @param stock realms to create on stock Keycloak, which takes longer with each
 * @param warmUp tenants to open first, not counted
 * @param starts how often each start is measured
 */
record TenantsOptions(Path repository, int tenants, int stock, int warmUp, int starts) {

  static final String USAGE =
      "Usage: benchmarks/tenants [--no-build] [--tenants N] [--stock N] [--warm-up N] [--starts N]";

  private static final int MOST_STOCK = 200;

  /** The first argument is the repository. */
  static TenantsOptions of(String... arguments) {
    int tenants = 500;
    int stock = 0;
    int warmUp = 30;
    int starts = 3;
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    Path repository = Path.of(rest.next());
    while (rest.hasNext()) {
      String name = rest.next();
      int value = positive(rest.hasNext() ? rest.next() : "");
      switch (name) {
        case "--tenants" -> tenants = value;
        case "--stock" -> stock = value;
        case "--warm-up" -> warmUp = value;
        case "--starts" -> starts = value;
        default -> throw new BenchmarkException(USAGE);
      }
    }
    int stockRealms = stock == 0 ? Math.min(tenants, MOST_STOCK) : Math.min(tenants, stock);
    return new TenantsOptions(repository, tenants, stockRealms, warmUp, starts);
  }

  private static int positive(String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new BenchmarkException(USAGE);
    }
    return Integer.parseInt(value);
  }

  Path output() {
    return repository.resolve("benchmarks/target");
  }

  Path work() {
    return output().resolve("tenants-work");
  }
}
