package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Server directories to run from: Sekisho's as the module {@code server} built it, and the same
 * without our jars. The tests' own access is in all of them.
 */
final class ServerHomes {

  private final Path repository;
  private final Path work;

  private ServerHomes(Path repository, Path work) {
    this.repository = repository;
    this.work = work;
  }

  /** Throws away what an earlier run has left, and builds both kinds of server. */
  static ServerHomes prepare(Path repository, Path work, List<String> sekishoOptions)
      throws IOException {
    ServerHomes homes = empty(repository, work);
    homes.build("stock", jar -> !isOurs(jar), List.of());
    homes.build("sekisho", jar -> true, sekishoOptions);
    return homes;
  }

  /** Throws away what an earlier run has left. */
  static ServerHomes empty(Path repository, Path work) throws IOException {
    clear(work);
    Files.createDirectories(work);
    return new ServerHomes(repository, work);
  }

  Path sekisho() {
    return work.resolve("sekisho");
  }

  /** The directory with a stock server. */
  Path stock() {
    return work.resolve("stock");
  }

  /** One more directory with a stock server. */
  Path stock(String name) throws IOException {
    return copy(stock(), name);
  }

  /** A copy of a directory with a server that is built. */
  Path copy(Path built, String name) throws IOException {
    Path home = work.resolve(name);
    copy(built, home, file -> true);
    return home;
  }

  /** Builds a server with some of the files of Sekisho's. */
  Path build(String name, Predicate<Path> wanted, List<String> moreOptions) throws IOException {
    System.out.println("Building the server: " + name);
    Path home = work.resolve(name);
    copy(repository.resolve("server/target/keycloak"), home, wanted);
    Path testAccess = testAccess();
    Files.copy(testAccess, home.resolve("providers").resolve(testAccess.getFileName()));
    KeycloakServer.build(home, moreOptions);
    return home;
  }

  private static boolean isOurs(Path file) {
    return file.getFileName().toString().matches("sekisho-.*\\.jar");
  }

  private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (wanted.test(file)) {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private Path testAccess() throws IOException {
    Path target = repository.resolve("integration-tests/test-access/target");
    try (Stream<Path> jars = Files.list(target)) {
      return jars.filter(jar -> jar.getFileName().toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new BenchmarkException("The test access is not built."));
    }
  }

  private static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
