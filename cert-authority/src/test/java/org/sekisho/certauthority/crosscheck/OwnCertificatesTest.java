package org.sekisho.certauthority.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.pem.PemFile;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.LeafLife;
import org.sekisho.certauthority.request.RequestAdmission;
import org.sekisho.certauthority.revocation.RevocationReason;
import org.sekisho.certauthority.revocation.RevokedCertificate;
import org.sekisho.certauthority.revocation.crl.RevocationList;
import org.sekisho.certauthority.revocation.ocsp.CertificateStatus;
import org.sekisho.certauthority.revocation.ocsp.OcspResponder;
import org.sekisho.certauthority.root.RootFile;
import org.sekisho.certauthority.root.RootList;

/** What the library itself issues, in the eyes of OpenSSL and Java. */
class OwnCertificatesTest {

  @TempDir private Path folder;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final TestPki pki = new TestPki(now);
  private final X509Certificate root = pki.root.certificate();
  private final X509Certificate issuing = pki.ca.certificate();

  private X509CRL list(RevokedCertificate... revoked) throws Exception {
    return crl(RevocationList.of(pki.ca, BigInteger.TWO, List.of(revoked), now));
  }

  private static X509CRL crl(byte[] list) throws Exception {
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
  }

  private X509CRL rootList(X509Certificate... revoked) throws Exception {
    return crl(
        new RootList(pki.root)
            .next(
                Optional.empty(),
                List.of(revoked),
                RevocationReason.CESSATION_OF_OPERATION,
                now.minusSeconds(1)));
  }

  private RevokedCertificate revoked(X509Certificate leaf) {
    return new RevokedCertificate(
        leaf.getSerialNumber(),
        now.minusSeconds(60),
        RevocationReason.KEY_COMPROMISE,
        leaf.getNotAfter().toInstant());
  }

  @Test
  void everyKeyTypeMakesALeafThatBothTakeUntilItIsRevoked() throws Exception {
    for (var pair : List.of(TestPki.ec("secp256r1"), TestPki.ec("secp384r1"), TestPki.rsa(2048))) {
      X509Certificate leaf = pki.leaf(pair);
      List<X509Certificate> path = List.of(leaf, issuing);
      List<X509CRL> clean = List.of(rootList(), list());
      List<X509CRL> named = List.of(rootList(), list(revoked(leaf)));
      assertThat(Judges.java(root, path, clean, now)).isTrue();
      assertThat(Judges.java(root, path, named, now)).isFalse();
      if (OpenSsl.isInstalled()) {
        assertThat(Judges.openSsl(folder, root, path, clean, now)).isTrue();
        assertThat(Judges.openSsl(folder, root, path, named, now)).isFalse();
      }
    }
  }

  @Test
  void aRetiredIssuingCaTakesItsLeavesWithIt() throws Exception {
    List<X509Certificate> path = List.of(pki.leaf(), issuing);
    List<X509CRL> lists = List.of(rootList(issuing), list());
    assertThat(Judges.java(root, path, lists, now)).isFalse();
    if (OpenSsl.isInstalled()) {
      assertThat(Judges.openSsl(folder, root, path, lists, now)).isFalse();
    }
  }

  @Test
  void openSslAsksOurResponderAndJavaReadsItsAnswers() throws Exception {
    assumeThat(OpenSsl.isInstalled()).as("openssl is not installed").isTrue();
    X509Certificate leaf = pki.leaf();
    write("root.pem", root);
    write("ca.pem", issuing);
    write("leaf.pem", leaf);
    for (String hash : List.of("-sha1", "-sha256")) {
      run("ocsp", hash, "-issuer", "ca.pem", "-cert", "leaf.pem", "-reqout", "request.der");
      assertThat(openSslReads(hash, answer(new CertificateStatus.Good())))
          .contains("leaf.pem: good");
      assertThat(
              openSslReads(
                  hash,
                  answer(
                      new CertificateStatus.Revoked(
                          now.minusSeconds(60), RevocationReason.KEY_COMPROMISE))))
          .contains("leaf.pem: revoked", "keyCompromise");
      assertThat(openSslReads(hash, answer(new CertificateStatus.Unknown())))
          .contains("leaf.pem: unknown");
    }
    run("ocsp", "-no_nonce", "-issuer", "ca.pem", "-cert", "leaf.pem", "-reqout", "request.der");
    List<X509Certificate> path = List.of(leaf, issuing);
    assertThat(Judges.javaOcsp(root, path, answer(new CertificateStatus.Good()), now)).isTrue();
    assertThat(Judges.javaOcsp(root, path, answer(new CertificateStatus.Unknown()), now)).isFalse();
    CertificateStatus lost =
        new CertificateStatus.Revoked(now.minusSeconds(60), RevocationReason.SUPERSEDED);
    assertThat(Judges.javaOcsp(root, path, answer(lost), now)).isFalse();
  }

  private byte[] answer(CertificateStatus status) throws Exception {
    byte[] request = Files.readAllBytes(folder.resolve("request.der"));
    return new OcspResponder(pki.ca, serial -> status).post(request, now).body();
  }

  private String openSslReads(String hash, byte[] answer) throws Exception {
    Files.write(folder.resolve("answer.der"), answer);
    String[] checked = {"-respin", "answer.der", "-issuer", "ca.pem", "-no_nonce", "-CAfile"};
    String[] anchor = {"root.pem", "-verify_other", "ca.pem", "-no-CApath", "-no-CAstore"};
    OpenSsl.Result nonce = ocsp(checked, anchor, "-reqin", "request.der");
    assertThat(nonce.output()).contains("Response verify OK").doesNotContain("Nonce", "WARNING");
    OpenSsl.Result result = ocsp(checked, anchor, hash, "-cert", "leaf.pem");
    assertThat(result.output()).contains("Response verify OK");
    return result.output();
  }

  private OpenSsl.Result ocsp(String[] checked, String[] anchor, String... asked) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("ocsp"));
    arguments.addAll(List.of(checked));
    arguments.addAll(List.of(anchor));
    arguments.addAll(List.of(asked));
    return OpenSsl.run(folder, arguments.toArray(String[]::new));
  }

  @Test
  void aRequestOfOpenSslIsAdmitted() throws Exception {
    assumeThat(OpenSsl.isInstalled()).as("openssl is not installed").isTrue();
    for (String key : List.of("EC -pkeyopt ec_paramgen_curve:P-256", "RSA")) {
      run(("genpkey -out key.pem -algorithm " + key).split(" "));
      run("req", "-new", "-key", "key.pem", "-subj", "/CN=x", "-out", "request.pem");
      byte[] request = Files.readAllBytes(folder.resolve("request.pem"));
      assertThat(new RequestAdmission(any -> false).admit(request, LeafLife.DEFAULT))
          .isInstanceOf(Admission.Admitted.class);
    }
  }

  @Test
  void openSslOpensTheRootsFileWithItsPassPhraseOnly() throws Exception {
    assumeThat(OpenSsl.isInstalled()).as("openssl is not installed").isTrue();
    String right = "correct horse battery staple";
    Files.write(folder.resolve("root.p12"), RootFile.write(pki.root, right.toCharArray()));
    OpenSsl.Result opened =
        OpenSsl.run(
            folder, "pkcs12", "-in", "root.p12", "-info", "-nokeys", "-passin", "pass:" + right);
    assertThat(opened.done()).isTrue();
    assertThat(opened.output())
        .contains("MAC: sha256, Iteration 600000", "AES-256-CBC, Iteration 600000")
        .contains("BEGIN CERTIFICATE");
    assertThat(
            OpenSsl.run(
                    folder,
                    "pkcs12",
                    "-in",
                    "root.p12",
                    "-nokeys",
                    "-passin",
                    "pass:" + right + "!")
                .done())
        .isFalse();
  }

  private void write(String file, X509Certificate certificate) throws Exception {
    Files.writeString(folder.resolve(file), PemFile.ofCertificates(List.of(certificate)));
  }

  private void run(String... arguments) throws Exception {
    OpenSsl.Result result = OpenSsl.run(folder, arguments);
    assertThat(result.done()).as(result.output()).isTrue();
  }
}
