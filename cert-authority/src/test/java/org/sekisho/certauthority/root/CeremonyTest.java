package org.sekisho.certauthority.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.TestSigner;
import org.sekisho.certauthority.issuing.IssuingProfile;

class CeremonyTest {

  private static final String NAME = "CN=agency-1 Device CA G1,O=agency-1";

  private final TestPki pki = new TestPki();
  private final KeyPair pair = TestPki.ec("secp256r1");

  private List<X509Certificate> sign(Instant now, PKCS10CertificationRequest... requests)
      throws CeremonyException {
    return new Ceremony(pki.root, pki.serials, now)
        .certify(List.of(requests), Optional.of(URI.create("http://pki.example.jp/root.crl")), now);
  }

  private void assertRefused(CeremonyRefusal refusal, PKCS10CertificationRequest... requests) {
    assertThatThrownBy(() -> sign(TestPki.NOW, requests))
        .isInstanceOfSatisfying(
            CeremonyException.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  @Test
  void theRootHasItsProfile() {
    X509Certificate root = pki.root.certificate();
    assertThat(root.getSigAlgName()).isEqualTo("SHA384withECDSA");
    assertThat(root.getBasicConstraints()).isEqualTo(1);
    assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    Instant start = root.getNotBefore().toInstant();
    assertThat(root.getNotAfter().toInstant()).isEqualTo(start.plus(RootCa.LIFE));
  }

  @Test
  void anIssuingCaHasItsProfile() throws Exception {
    X509Certificate ca = sign(TestPki.NOW, TestPki.request(pair, NAME)).get(0);
    assertThat(ca.getPublicKey()).isEqualTo(pair.getPublic());
    assertThat(ca.getBasicConstraints()).isZero();
    assertThat(ca.getKeyUsage())
        .containsExactly(false, false, false, false, false, true, true, false, false);
    assertThat(ca.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.9");
    assertThat(ca.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    assertThat(ca.getNonCriticalExtensionOIDs())
        .containsExactlyInAnyOrder("2.5.29.14", "2.5.29.35", "2.5.29.37", "2.5.29.31");
    assertThat(ca.getNotAfter().toInstant()).isEqualTo(TestPki.NOW.plus(IssuingProfile.LIFE));
    assertThat(ca.getSerialNumber().toByteArray()).hasSize(20);
  }

  @Test
  void anIssuingCaNeverOutlivesTheRoot() throws Exception {
    Instant rootEnd = pki.root.certificate().getNotAfter().toInstant();
    Instant late = rootEnd.minusSeconds(86_400);
    X509Certificate ca = sign(late, TestPki.request(pair, NAME)).get(0);
    assertThat(ca.getNotAfter().toInstant()).isEqualTo(rootEnd);
    assertThatThrownBy(() -> sign(rootEnd, TestPki.request(pair, NAME)))
        .hasMessageContaining("ROOT_UNUSABLE");
    assertThatThrownBy(() -> new Ceremony(asRoot(ca), pki.serials, TestPki.NOW))
        .hasMessageContaining("ROOT_UNUSABLE");
  }

  private RootCa asRoot(X509Certificate issuingCa) {
    return new RootCa(issuingCa, pair.getPrivate());
  }

  @Test
  void extensionsThatARequestWishesForAreIgnored() throws Exception {
    ExtensionsGenerator wished = new ExtensionsGenerator();
    wished.addExtension(Extension.basicConstraints, true, new BasicConstraints(7));
    PKCS10CertificationRequest request =
        new PKCS10CertificationRequestBuilder(
                new X500Name(NAME), SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
            .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wished.generate())
            .build(TestSigner.of(pair));
    assertThat(sign(TestPki.NOW, request).get(0).getBasicConstraints()).isZero();
  }

  @Test
  void whatIsNoIssuingCaOfOursIsRefused() {
    assertRefused(CeremonyRefusal.NAME_REFUSED, TestPki.request(pair, "CN=Another CA"));
    assertRefused(CeremonyRefusal.KEY_REFUSED, TestPki.request(TestPki.ec("secp384r1"), NAME));
    assertRefused(CeremonyRefusal.KEY_REFUSED, TestPki.request(TestPki.rsa(2048), NAME));
    PKCS10CertificationRequest foreignKey =
        new PKCS10CertificationRequestBuilder(
                new X500Name(NAME), SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
            .build(TestSigner.of(TestPki.ec("secp256r1")));
    assertRefused(CeremonyRefusal.POSSESSION_NOT_PROVEN, foreignKey);
  }

  @Test
  void oneNameAndOneKeyStandInAFileOnce() {
    PKCS10CertificationRequest request = TestPki.request(pair, NAME);
    assertRefused(
        CeremonyRefusal.REQUESTED_TWICE, request, TestPki.request(TestPki.ec("secp256r1"), NAME));
    assertRefused(
        CeremonyRefusal.REQUESTED_TWICE,
        request,
        TestPki.request(pair, "CN=agency-2 Device CA G1,O=agency-2"));
  }

  @Test
  void theRootsFileOpensWithItsPassPhraseOnly() throws Exception {
    char[] passPhrase = "correct horse battery staple".toCharArray();
    byte[] file = RootFile.write(pki.root, passPhrase);
    RootCa read = RootFile.read(file, passPhrase);
    assertThat(read.certificate()).isEqualTo(pki.root.certificate());
    assertThat(read.key()).isEqualTo(pki.root.key());
    assertThatThrownBy(() -> RootFile.read(file, "correct horse battery stapl".toCharArray()))
        .isInstanceOf(IOException.class);
    byte[] cut = Arrays.copyOf(file, file.length / 2);
    assertThatThrownBy(() -> RootFile.read(cut, passPhrase)).isInstanceOf(IOException.class);
  }

  @Test
  void shortPassPhrasesAndThoseThatProgramsReadDifferentlyAreRefused() {
    assertThat(RootFile.isGoodPassPhrase("fifteen letters".toCharArray())).isFalse();
    assertThat(RootFile.isGoodPassPhrase("sixteen letters!".toCharArray())).isTrue();
    assertThat(RootFile.isGoodPassPhrase("日本語のパスフレーズは使えません。".toCharArray())).isFalse();
  }

  @Test
  void aRootsNameIsBounded() {
    for (String name : List.of("", " ", "x".repeat(65))) {
      assertThatThrownBy(() -> RootCa.create(name, pki.serials, TestPki.NOW))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
