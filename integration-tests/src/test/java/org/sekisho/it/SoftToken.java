package org.sekisho.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PKCS#11 token that all nodes reach: SoftHSM2 in a folder of the test's own. */
final class SoftToken {

  static final String PIN = "846293";
  static final Path SETTINGS = Node.WORK.resolve("softhsm2.conf");

  private static final Path TOKENS = Node.WORK.resolve("softhsm-tokens");
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

  private SoftToken() {}

  static boolean isInstalled() {
    return found().isPresent();
  }

  static Path library() {
    return found().orElseThrow();
  }

  private static Optional<Path> found() {
    return LIBRARIES.stream().filter(Files::exists).findFirst();
  }

  static void make() throws IOException, InterruptedException {
    TestTenant.SECRETS.add(PIN);
    Files.createDirectories(TOKENS);
    Files.writeString(SETTINGS, "directories.tokendir = " + TOKENS + "\nlog.level = ERROR\n");
    ProcessBuilder command =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "device-ca",
                "--pin",
                PIN,
                "--so-pin",
                "561728")
            .redirectErrorStream(true)
            .redirectOutput(Node.WORK.resolve("softhsm.out").toFile());
    command.environment().put("SOFTHSM2_CONF", SETTINGS.toString());
    Process process = command.start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("softhsm2-util failed");
    }
  }

  /** How many keys and certificates the token holds: each is a file. */
  static long objects() {
    try (Stream<Path> tokens = Files.list(TOKENS)) {
      return tokens.mapToLong(SoftToken::objectsOf).sum();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** By their names alone: who looks at the files themselves meets one that is just deleted. */
  private static long objectsOf(Path token) {
    try (Stream<Path> files = Files.list(token)) {
      return files
          .filter(file -> file.toString().endsWith(".object"))
          .filter(file -> !file.endsWith("token.object"))
          .count();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
