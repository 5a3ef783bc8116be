package org.sekisho.certauthority.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.issuing.IssuingRequest;
import org.sekisho.certauthority.keystore.KeyEncryptionKeys;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.root.Ceremony;

/** A tenant leaves with its CA. */
class ExportTest {

  private static final Generation G1 = new Generation("agency-1", 1);
  private static final String KEYS =
      "k1:"
          + Base64.getEncoder()
              .encodeToString(
                  "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
  private static final String PASS_PHRASE = "correct horse battery staple";

  @TempDir private Path folder;

  private String output;

  @BeforeEach
  void writeWhatTheServerHas() throws Exception {
    WrappedKeyStore store = new WrappedKeyStore(KeyEncryptionKeys.parse(KEYS), new SecureRandom());
    StoredKey key = store.create(G1);
    TestPki pki = new TestPki();
    X509Certificate issued =
        new Ceremony(pki.root, pki.serials, pki.now)
            .certify(
                List.of(IssuingRequest.create(G1, store.open(G1, key))), Optional.empty(), pki.now)
            .get(0);
    Base64.Encoder base64 = Base64.getEncoder();
    write("row", row("agency-1", base64.encodeToString(key.material()), key.publicKey()));
    write("foreign", row("agency-2", base64.encodeToString(key.material()), key.publicKey()));
    write("keys", KEYS + "\n");
    write("other-keys", "k1:" + base64.encodeToString(new byte[32]));
    write("pass", PASS_PHRASE + "\n");
    write("ca.pem", PemFile.ofCertificates(List.of(issued)));
    write("other.pem", PemFile.ofCertificates(List.of(pki.ca.certificate())));
  }

  private static String row(String tenant, String material, byte[] publicKey) {
    String key = Base64.getEncoder().encodeToString(publicKey);
    return tenant + "|1|wrapped|" + material + "|" + key + "\n";
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private int export(String row, String keys, String certificate) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] arguments = {
      "export",
      "--row",
      folder.resolve(row).toString(),
      "--keys",
      folder.resolve(keys).toString(),
      "--cert",
      folder.resolve(certificate).toString(),
      "--out",
      folder.resolve("ca.p12").toString(),
      "--passphrase-file",
      folder.resolve("pass").toString(),
      "--lang",
      "en"
    };
    int code =
        CertAuthority.run(
            arguments,
            prompt -> null,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            TestPki.NOW);
    output = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void theFileHoldsTheKeyOfTheCertificate() throws Exception {
    assertThat(export("row", "keys", "ca.pem")).as(output).isZero();
    assertThat(output).contains("agency-1/G1").doesNotContain(PASS_PHRASE, KEYS.substring(3));
    KeyStore file = KeyStore.getInstance("PKCS12");
    file.load(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve("ca.p12"))),
        PASS_PHRASE.toCharArray());
    X509Certificate certificate = (X509Certificate) file.getCertificate("agency-1");
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign((PrivateKey) file.getKey("agency-1", PASS_PHRASE.toCharArray()));
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    assertThat(signature.verify(signed)).isTrue();
    assertThat(export("row", "keys", "ca.pem")).as("nothing is overwritten").isEqualTo(1);
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() {
    for (String[] wrong :
        new String[][] {
          {"foreign", "keys", "ca.pem", "NOT_AUTHENTIC"},
          {"row", "other-keys", "ca.pem", "NOT_AUTHENTIC"},
          {"row", "keys", "other.pem", "not of the key"},
          {"pass", "keys", "ca.pem", "Not a row"},
          {"row", "pass", "ca.pem", "Not a line of key-encryption keys"}
        }) {
      assertThat(export(wrong[0], wrong[1], wrong[2])).as(Arrays.toString(wrong)).isEqualTo(1);
      assertThat(output).contains(wrong[3]);
      assertThat(folder.resolve("ca.p12")).doesNotExist();
    }
  }
}
