package org.sekisho.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param repository the root of the checkout
 * @param work what a running set-up writes: server, data, logs
 */
public record Layout(Path repository, Path work) {

  Path builtServer() {
    return repository.resolve("server/target/keycloak");
  }

  Path serverHome() {
    return work.resolve("keycloak");
  }

  public Path serverLog() {
    return work.resolve("server.log");
  }

  public Path standInsLog() {
    return work.resolve("stand-ins.log");
  }

  /** What device certificates need. */
  public Path devicePki() {
    return work.resolve("device-pki");
  }

  Path demoState() {
    return work.resolve("demo.json");
  }

  Path standInsJar() throws IOException {
    try (Stream<Path> jars = Files.list(repository.resolve("stand-ins/target"))) {
      return jars.filter(
              jar -> jar.getFileName().toString().matches("sekisho-stand-ins-[^/]*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new LaunchException("The stand-ins are not built."));
    }
  }
}
