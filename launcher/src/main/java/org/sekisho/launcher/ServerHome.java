package org.sekisho.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Keycloak directory to run from: a copy of what the module {@code server} built, so that data
 * and the augmented server outlive the next build.
 */
final class ServerHome {

  private final Path built;
  private final Path home;
  private final List<Path> moreProviders;

  ServerHome(Path built, Path home, List<Path> moreProviders) {
    this.built = built;
    this.home = home;
    this.moreProviders = moreProviders;
  }

  Path path() {
    return home;
  }

  /**
   * Brings the copy up to date; jars that did not change keep their time, so nothing is rebuilt.
   */
  void prepare() throws IOException {
    if (!Files.exists(home.resolve("bin/kc.sh"))) {
      copyTree(built, home);
    }
    syncProviders();
  }

  private void syncProviders() throws IOException {
    Path to = home.resolve("providers");
    Map<String, Path> wanted = new TreeMap<>();
    jarsIn(built.resolve("providers")).forEach(jar -> wanted.put(name(jar), jar));
    moreProviders.forEach(jar -> wanted.put(name(jar), jar));
    for (Path present : jarsIn(to)) {
      if (!wanted.containsKey(name(present))) {
        Files.delete(present);
      }
    }
    for (Map.Entry<String, Path> jar : wanted.entrySet()) {
      Path target = to.resolve(jar.getKey());
      if (!Files.exists(target) || Files.mismatch(jar.getValue(), target) != -1) {
        Files.copy(jar.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static String name(Path jar) {
    return jar.getFileName().toString();
  }

  private static List<Path> jarsIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> name(file).endsWith(".jar")).toList();
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
