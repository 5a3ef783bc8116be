package org.sekisho.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sekisho.launcher.Http;

/** Relying parties that others wrote, in {@code integration-tests/peers}, run by Node.js. */
final class Peers implements AutoCloseable {

  private static final int PORT = 8190 + Setup.DISTANCE;

  /** System property: whether tests with the relying parties may be skipped, for want of npm. */
  private static final String MAY_BE_MISSING = "sekisho.peersMayBeMissing";

  private static final Path HOME = Setup.LAYOUT.repository().resolve("integration-tests/peers");

  private final Process process;

  private Peers(Process process) {
    this.process = process;
  }

  static String url(String party) {
    return "http://localhost:" + PORT + "/" + party;
  }

  /** Installs the packages where they are not, and starts. */
  static Peers start(Map<String, ?> parties) {
    try {
      install();
      Process process =
          new ProcessBuilder("node", "server.mjs")
              .directory(HOME.toFile())
              .redirectError(Setup.LAYOUT.work().resolve("peers.log").toFile())
              .start();
      Map<String, Object> settings = new LinkedHashMap<>(parties);
      settings.put("port", PORT);
      try (var input = process.getOutputStream()) {
        new ObjectMapper().writeValue(input, settings);
      }
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String said = output.readLine();
      if (!"ready".equals(said)) {
        throw new AssertionError(
            "the peers did not start: "
                + said
                + Files.readString(Setup.LAYOUT.work().resolve("peers.log")));
      }
      return new Peers(process);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void install() throws IOException {
    Path installed = HOME.resolve("node_modules/.sekisho-installed");
    String wanted = Files.readString(HOME.resolve("package-lock.json"));
    if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
      return;
    }
    Process npm =
        new ProcessBuilder(
                List.of("npm", "ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error"))
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Setup.LAYOUT.work().resolve("peers-npm.log").toFile())
            .start();
    try {
      boolean done = npm.waitFor(10, TimeUnit.MINUTES) && npm.exitValue() == 0;
      String lacking = "npm could not install the relying parties, see peers-npm.log";
      assumeTrue(done || !Boolean.getBoolean(MAY_BE_MISSING), lacking);
      if (!done) {
        throw new AssertionError(lacking + "; -D" + MAY_BE_MISSING + "=true skips these tests");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    Files.writeString(installed, wanted);
  }

  static JsonNode session(String party) {
    return Http.send("GET", url(party) + "/session", null, null).orFail("The session").body();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
