package org.sekisho.certauthority.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.ProofOfPossession;
import org.sekisho.certauthority.issuing.IssuingRequest;

/** With SoftHSM2, in a token of its own; {@code SOFTHSM2_CONF} is set by the build. */
class Pkcs11KeyStoreTest {

  private static final Generation G1 = new Generation("agency-1", 1);
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
          Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

  @TempDir private static Path log;

  private static Pkcs11KeyStore store;
  private static Path library;

  @BeforeAll
  static void makeToken() throws Exception {
    library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    assumeThat(library).as("SoftHSM2 is not installed").isNotNull();
    Path settings = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = Files.createDirectories(settings.resolveSibling("softhsm-tokens"));
    Files.writeString(settings, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    // Slots are ordered by their numbers, which are random; one token is always the first.
    run("rm", "-rf", tokens.toString());
    Files.createDirectories(tokens);
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "test",
        "--pin",
        "1234",
        "--so-pin",
        "5678");
    store = open("1234");
  }

  private static void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(log.toFile(), "softhsm.log"))
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static Pkcs11KeyStore open(String pin) {
    return new Pkcs11KeyStore(
        new Pkcs11Token(library, 0, pin), new SecureRandom(), InstantSource.system());
  }

  @Test
  void aKeyStaysInTheTokenAndSigns() {
    StoredKey key = store.create(G1);
    SigningKey opened = store.open(G1, key);
    assertThat(opened.publicKey()).isEqualTo(key.subjectPublicKeyInfo());
    assertThat(ProofOfPossession.isIn(IssuingRequest.create(G1, opened))).isTrue();
    assertThat(key.scheme()).isEqualTo("pkcs11");
  }

  @Test
  void aRowOfAnotherTenantOrWithAnotherKeyDoesNotOpen() {
    StoredKey key = store.create(G1);
    assertThatThrownBy(() -> store.open(new Generation("agency-2", 1), key))
        .hasMessageContaining("NOT_AUTHENTIC");
    StoredKey swapped = new StoredKey(key.scheme(), key.material(), store.create(G1).publicKey());
    assertThatThrownBy(() -> store.open(G1, swapped)).hasMessageContaining("NOT_AUTHENTIC");
  }

  @Test
  void aForgottenKeyIsGone() {
    StoredKey key = store.create(G1);
    store.forget(G1, key);
    store.forget(G1, key);
    assertThatThrownBy(() -> store.open(G1, key)).hasMessageContaining("KEY_MISSING");
  }

  /** Two stores on one token are as two nodes: each notes for itself what is there. */
  @Test
  void aKeyThatAnotherNodeHasMadeOpensHereAndIsForgottenHere() {
    Pkcs11KeyStore other = open("1234");
    StoredKey key = store.create(G1);
    assertThat(other.open(G1, key).publicKey()).isEqualTo(key.subjectPublicKeyInfo());
    StoredKey next = store.create(G1);
    other.forget(G1, next);
    assertThatThrownBy(() -> open("1234").open(G1, next)).hasMessageContaining("KEY_MISSING");
  }

  @Test
  void keysOfOtherStoresAreNotTouched() {
    StoredKey foreign = new InMemoryKeyStore().create(G1);
    assertThatThrownBy(() -> store.open(G1, foreign)).hasMessageContaining("FOREIGN_SCHEME");
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(new Pkcs11Token(library, 0, "1234").toString()).doesNotContain("1234");
  }
}
