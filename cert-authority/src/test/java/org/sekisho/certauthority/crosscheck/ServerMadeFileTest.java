package org.sekisho.certauthority.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.file.ServerMadeKey;
import org.sekisho.certauthority.leaf.DeviceName;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.LeafLife;
import org.sekisho.certauthority.request.RequestAdmission;

/** Files with keys that the server makes, in the eyes of Java and OpenSSL. */
class ServerMadeFileTest {

  private static final String PASS_PHRASE = "7KQ4M-XR2NB-9TFWH-C3P8E";
  private static final String NAME = "さくら保険 受付のAndroid";

  @TempDir private Path folder;

  private final TestPki pki = new TestPki();
  private final ServerMadeKey key = ServerMadeKey.make();
  private final X509Certificate leaf = leaf();
  private final byte[] file = key.file(List.of(leaf, pki.ca.certificate()), NAME, PASS_PHRASE);

  private X509Certificate leaf() {
    byte[] request = key.request().getBytes(StandardCharsets.US_ASCII);
    Admission admission = new RequestAdmission(any -> false).admit(request, LeafLife.DEFAULT);
    return pki.issuer()
        .issue(
            new DeviceName(TestPki.DEVICE, "受付のAndroid", "さくら保険"),
            ((Admission.Admitted) admission).key(),
            pki.now);
  }

  @Test
  void javaOpensItAndFindsTheKeyOfTheCertificate() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), PASS_PHRASE.toCharArray());
    String alias = store.aliases().nextElement();
    assertThat(alias).isEqualToIgnoringCase(NAME);
    RSAPrivateCrtKey found = (RSAPrivateCrtKey) store.getKey(alias, PASS_PHRASE.toCharArray());
    assertThat(found.getModulus()).isEqualTo(((RSAPublicKey) leaf.getPublicKey()).getModulus());
    assertThat(store.getCertificateChain(alias))
        .as("the leaf and its issuing CA, and no root")
        .containsExactly(leaf, pki.ca.certificate());
  }

  @Test
  void anotherPassPhraseOpensNothing() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    assertThatThrownBy(() -> store.load(new ByteArrayInputStream(file), "7KQ4M".toCharArray()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void openSslReadsItAsOldSystemsDo() throws Exception {
    assumeThat(OpenSsl.isInstalled()).isTrue();
    Files.write(folder.resolve("device.p12"), file);
    OpenSsl.Result read =
        OpenSsl.run(
            folder,
            "pkcs12",
            "-legacy",
            "-in",
            "device.p12",
            "-passin",
            "pass:" + PASS_PHRASE,
            "-info",
            "-nodes");
    assertThat(read.done()).as(read.output()).isTrue();
    assertThat(read.output())
        .contains("MAC: sha1", "pbeWithSHA1And3-KeyTripleDES-CBC", "BEGIN PRIVATE KEY")
        .doesNotContain("RC2", "AES");
  }

  @Test
  void everyKeyIsAnother() {
    assertThat(ServerMadeKey.make().request()).isNotEqualTo(key.request());
  }
}
