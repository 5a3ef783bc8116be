package org.sekisho.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Vendors' own descriptions of their APIs, which are no part of the repository: by an environment
 * variable, or in {@code ../shared/specs} beside it. Tests that want one are skipped without it.
 */
public final class VendorDescriptions {

  /** Why a test is skipped. */
  public static final String GRAPH_MISSING =
      "Microsoft's description of Graph is neither named by SEKISHO_GRAPH_OPENAPI nor in"
          + " ../shared/specs beside the repository";

  private static final String GRAPH = "graph-users-and-federation.openapi.json";

  private VendorDescriptions() {}

  /**
   * Microsoft's description of Graph (OpenAPI).
   *
   * @return empty where nobody has it
   */
  public static Optional<Path> graph() {
    String named = System.getenv("SEKISHO_GRAPH_OPENAPI");
    return named != null && !named.isBlank()
        ? Optional.of(Path.of(named))
        : beside(GRAPH).filter(Files::isRegularFile);
  }

  /** The root is the directory that holds the command {@code sekisho}; tests run in modules. */
  private static Optional<Path> beside(String file) {
    return Stream.iterate(
            Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
        .filter(directory -> Files.isRegularFile(directory.resolve("sekisho")))
        .findFirst()
        .map(root -> root.resolveSibling("shared").resolve("specs").resolve(file));
  }
}
