package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sekisho.launcher.Http;

/** What the command line says to an export, with the keys that the tenant publishes. */
record HistoryVerification(int exitCode, String output) {

  static HistoryVerification of(TestTenant tenant, String export) throws Exception {
    Path folder = Files.createTempDirectory("verification");
    Path history = Files.writeString(folder.resolve("history.jsonl"), export);
    Path keys =
        Files.writeString(
            folder.resolve("jwks.json"),
            Http.getText(tenant.url() + "/protocol/openid-connect/certs"));
    Process command =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx64m",
                "-jar",
                jar().toString(),
                history.toString(),
                "--keys",
                keys.toString(),
                "--lang",
                "en")
            .redirectErrorStream(true)
            .start();
    String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new HistoryVerification(command.waitFor(), output);
  }

  private static Path jar() throws IOException {
    Path target = Path.of(System.getProperty("sekisho.repository"), "history-verifier/target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("sekisho-history-verifier-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  void isIntact() {
    assertThat(exitCode).as(output).isZero();
    assertThat(output).contains("The history is as it was sealed");
  }

  /** As {@link #isIntact}, but also where there is no seal that could be verified. */
  void namesNothingAsChanged() {
    assertThat(exitCode).as(output).isNotEqualTo(1);
  }

  void namesARecordAsChanged() {
    assertThat(exitCode).as(output).isEqualTo(1);
    assertThat(output).contains("a record was changed");
  }
}
