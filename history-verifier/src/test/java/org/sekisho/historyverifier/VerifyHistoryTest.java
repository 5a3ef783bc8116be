package org.sekisho.historyverifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.historyseal.Finding;

class VerifyHistoryTest {

  @TempDir private Path folder;

  private String output;

  private int run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        VerifyHistory.run(
            arguments,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    output = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void theExitCodeTellsWhetherTheHistoryIsIntact() throws Exception {
    SampleExport export = new SampleExport();
    String keys = Files.writeString(folder.resolve("jwks.json"), export.jwks()).toString();
    assertThat(run(export.text(), "-", "--keys", keys, "--lang", "ja")).isZero();
    assertThat(output).contains("改ざんは見つかりませんでした", "15件");
    Path file = Files.writeString(folder.resolve("history.jsonl"), export.text());
    assertThat(run("", file.toString(), "--keys", keys, "--lang", "en")).isZero();
    String hash = "f".repeat(64);
    assertThat(run(export.text(), "-", "--keys", keys, "--known-seal", hash)).isEqualTo(1);
    export.lines.remove(9);
    assertThat(run(export.text(), "-", "--keys", keys, "--lang", "en")).isEqualTo(1);
    assertThat(output).contains("could not be confirmed", "a record was removed");
  }

  @Test
  void whatCannotBeVerifiedIsSaid() {
    assertThat(run("", "-")).isEqualTo(2);
    assertThat(run("", "-", "--keys", "/nowhere/jwks.json", "--lang", "en")).isEqualTo(2);
    assertThat(output).contains("Cannot verify");
    assertThat(run("", "--help")).isEqualTo(2);
  }

  @Test
  void withoutASealNothingIsVerified() throws Exception {
    SampleExport export = new SampleExport();
    String keys = Files.writeString(folder.resolve("jwks.json"), export.jwks()).toString();
    export.lines.subList(1, export.lines.size()).clear();
    assertThat(run(export.text(), "-", "--keys", keys, "--lang", "en")).isEqualTo(2);
    assertThat(output).contains("There is no seal");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(words("ja").keySet()).isEqualTo(words("en").keySet());
    assertThat(words("ja").stringPropertyNames())
        .containsAll(Arrays.stream(Finding.Kind.values()).map(Finding.Kind::name).toList());
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream stream =
            VerifyHistory.class.getResourceAsStream("words_" + language + ".properties");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
