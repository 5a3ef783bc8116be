package org.sekisho.certauthority.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.root.CeremonyRefusal;
import org.sekisho.certauthority.root.RootFile;

class CertAuthorityTest {

  private static final String PASS_PHRASE = "correct horse battery staple";

  @TempDir private Path folder;

  private final TestPki pki = new TestPki();
  private final Deque<String> typed = new ArrayDeque<>();
  private String output;

  @BeforeEach
  void writePassPhrase() throws IOException {
    Files.writeString(folder.resolve("pass"), PASS_PHRASE + "\n");
  }

  /** Names of files are of the temporary folder: what begins with {@code @}. */
  private int run(String... arguments) {
    List<String> all = new ArrayList<>();
    for (String argument : arguments) {
      all.add(
          argument.startsWith("@") ? folder.resolve(argument.substring(1)).toString() : argument);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        CertAuthority.run(
            all.toArray(String[]::new),
            prompt -> typed.isEmpty() ? null : typed.remove().toCharArray(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            TestPki.NOW);
    output = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private int makeRoot() {
    return run(
        "root",
        "--out",
        "@root.p12",
        "--cert",
        "@root.pem",
        "--name",
        "Test Root",
        "--passphrase-file",
        "@pass",
        "--lang",
        "ja");
  }

  private void keepRoot() throws IOException {
    Files.write(folder.resolve("root.p12"), RootFile.write(pki.root, PASS_PHRASE.toCharArray()));
  }

  private void request(String file, String... subjects) throws IOException {
    List<PKCS10CertificationRequest> requests = new ArrayList<>();
    for (String subject : subjects) {
      requests.add(TestPki.request(TestPki.ec("secp256r1"), subject));
    }
    Files.writeString(folder.resolve(file), PemFile.ofRequests(requests));
  }

  @Test
  void theWholeCeremony() throws Exception {
    assertThat(makeRoot()).isZero();
    assertThat(output).contains("ルートCAを作成しました", "CN=Test Root", "SHA-256");
    assertThat(Files.getPosixFilePermissions(folder.resolve("root.p12")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    request(
        "requests.pem",
        "CN=agency-1 Device CA G1,O=agency-1",
        "CN=agency-2 Device CA G3,O=agency-2");
    assertThat(
            run(
                "sign",
                "--root",
                "@root.p12",
                "--requests",
                "@requests.pem",
                "--out",
                "@issued.pem",
                "--crl-url",
                "http://pki.example.jp/root.crl",
                "--passphrase-file",
                "@pass",
                "--lang",
                "en"))
        .isZero();
    assertThat(output).contains("Certified 2", "agency-1 Device CA G1", "agency-2 Device CA G3");
    assertThat(PemFile.read(Files.readString(folder.resolve("issued.pem"))).certificates())
        .hasSize(2);
    assertThat(list("--out", "@1.crl", "--first")).isZero();
    assertThat(list("--out", "@2.crl", "--previous", "@1.crl", "--revoke", "@issued.pem")).isZero();
    assertThat(output).contains("Revoked certificates: 2", "CESSATION_OF_OPERATION");
    assertThat(run("show", "@2.crl", "--lang", "ja")).isZero();
    assertThat(output).contains("失効した証明書: 2件");
    assertThat(run("show", "@requests.pem", "--lang", "en")).isZero();
    assertThat(output).contains("signed with its key");
  }

  private int list(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("crl", "--root", "@root.p12", "--passphrase-file", "@pass"));
    arguments.addAll(List.of("--lang", "en"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Files.writeString(folder.resolve("root.pem"), "precious");
    assertThat(makeRoot()).isEqualTo(1);
    assertThat(folder.resolve("root.p12")).doesNotExist();
    assertThat(folder.resolve("root.pem")).hasContent("precious");
    keepRoot();
    request("requests.pem", "CN=agency-1 Device CA G1,O=agency-1");
    assertThat(sign("@root.pem")).isEqualTo(1);
    assertThat(list("--first", "--out", "@root.pem")).isEqualTo(1);
    assertThat(folder.resolve("root.pem")).hasContent("precious");
  }

  private int sign(String out) {
    return run(
        "sign",
        "--root",
        "@root.p12",
        "--requests",
        "@requests.pem",
        "--out",
        out,
        "--passphrase-file",
        "@pass",
        "--lang",
        "en");
  }

  @Test
  void oneBadRequestStopsAll() throws Exception {
    keepRoot();
    request("requests.pem", "CN=agency-1 Device CA G1,O=agency-1", "CN=\u202e\u009b2Jevil");
    assertThat(sign("@issued.pem")).isEqualTo(1);
    assertThat(output).contains("nothing was signed").doesNotContain("\u202e", "\u009b");
    assertThat(run("show", "@requests.pem")).isZero();
    assertThat(output).contains("evil").doesNotContain("\u202e", "\u009b");
    assertThat(folder.resolve("issued.pem")).doesNotExist();
    Files.writeString(folder.resolve("requests.pem"), "nothing");
    assertThat(sign("@issued.pem")).isEqualTo(1);
  }

  @Test
  void thePassPhraseIsTypedTwiceAndNeverAnArgument() {
    String[] call = {"root", "--out", "@a.p12", "--cert", "@a.pem", "--name", "x", "--lang", "en"};
    assertThat(run(call)).isEqualTo(1);
    typed.addAll(List.of("short", "short"));
    assertThat(run(call)).isEqualTo(1);
    assertThat(output).contains("16 characters");
    typed.clear();
    typed.addAll(List.of(PASS_PHRASE, PASS_PHRASE + "!"));
    assertThat(run(call)).isEqualTo(1);
    assertThat(output).contains("differ");
    typed.clear();
    typed.addAll(List.of(PASS_PHRASE, PASS_PHRASE));
    assertThat(run(call)).isZero();
    assertThat(run("root", "--passphrase", PASS_PHRASE)).isEqualTo(2);
  }

  @Test
  void aWrongPassPhraseOpensNothing() throws Exception {
    keepRoot();
    Files.writeString(folder.resolve("pass"), "another horse battery staple");
    assertThat(list("--first", "--out", "@1.crl")).isEqualTo(1);
    assertThat(output).contains("cannot be opened");
    assertThat(folder.resolve("1.crl")).doesNotExist();
  }

  @Test
  void aListWithoutTheOneBeforeMustBeSaidToBeTheFirst() throws Exception {
    keepRoot();
    assertThat(list("--out", "@1.crl")).isEqualTo(2);
    assertThat(list("--out", "@1.crl", "--first", "--previous", "@0.crl")).isEqualTo(2);
    assertThat(list("--out", "@1.crl", "--first", "--reason", "whim")).isEqualTo(2);
    assertThat(list("--out", "@1.crl", "--previous", "@0.crl")).isEqualTo(1);
  }

  @Test
  void aWrongCallIsSaid() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("paint")).isEqualTo(2);
    assertThat(run("show")).isEqualTo(2);
    assertThat(run("show", "@missing.pem", "--lang", "en")).isEqualTo(1);
    assertThat(output).contains("no such file");
    assertThat(run("sign", "--out", "@a", "--out", "@b")).isEqualTo(2);
    assertThat(run("root", "--out")).isEqualTo(2);
    assertThat(run("--help", "--lang", "en")).isZero();
    assertThat(output).contains("Usage");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(words("ja").keySet()).isEqualTo(words("en").keySet());
    assertThat(words("ja").stringPropertyNames())
        .containsAll(Arrays.stream(CeremonyRefusal.values()).map(Enum::name).toList());
    for (String key : words("ja").stringPropertyNames()) {
      assertThat(placeHolders(words("ja"), key)).isEqualTo(placeHolders(words("en"), key));
    }
  }

  private static List<String> placeHolders(Properties words, String key) {
    return Pattern.compile("\\{[0-9]}")
        .matcher(words.getProperty(key))
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            CertAuthority.class.getResourceAsStream("words_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
