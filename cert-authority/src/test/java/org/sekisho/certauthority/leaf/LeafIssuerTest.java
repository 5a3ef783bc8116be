package org.sekisho.certauthority.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.TestSigner;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.AdmittedKey;
import org.sekisho.certauthority.request.LeafLife;
import org.sekisho.certauthority.request.RequestAdmission;

class LeafIssuerTest {

  private final TestPki pki = new TestPki();

  @Test
  void aLeafHasTheProfileAndNothingElse() throws Exception {
    X509Certificate leaf = pki.leaf();
    assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("O=さくら保険,CN=受付のPC (6f1c1f0a)");
    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactly(List.of(6, "urn:uuid:" + TestPki.DEVICE));
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getKeyUsage())
        .containsExactly(true, false, false, false, false, false, false, false, false);
    assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(leaf.getCriticalExtensionOIDs())
        .isEqualTo(Set.of(Extension.basicConstraints.getId(), Extension.keyUsage.getId()));
    assertThat(leaf.getNonCriticalExtensionOIDs())
        .isEqualTo(
            Set.of(
                Extension.subjectKeyIdentifier.getId(),
                Extension.authorityKeyIdentifier.getId(),
                Extension.extendedKeyUsage.getId(),
                Extension.subjectAlternativeName.getId(),
                Extension.cRLDistributionPoints.getId(),
                Extension.authorityInfoAccess.getId()));
    assertThat(leaf.getSerialNumber().toByteArray()).hasSize(20);
    assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withECDSA");
  }

  @Test
  void keyIdentifiersAndAddressesArePublished() throws Exception {
    X509Certificate leaf = pki.leaf();
    var extensions = new JcaX509CertificateHolder(leaf).getExtensions();
    var caKey = SubjectPublicKeyInfo.getInstance(pki.ca.certificate().getPublicKey().getEncoded());
    assertThat(extensions.getExtensionParsedValue(Extension.authorityKeyIdentifier))
        .isEqualTo(
            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(caKey).toASN1Primitive());
    assertThat(CRLDistPoint.fromExtensions(extensions).toString())
        .contains("http://pki.example.jp/crl/agency-1/1.crl");
    assertThat(
            List.of(AuthorityInformationAccess.fromExtensions(extensions).getAccessDescriptions()))
        .extracting(way -> way.getAccessLocation().getName().toString())
        .containsExactly(
            "http://pki.example.jp/ocsp/agency-1/1", "http://pki.example.jp/ca/agency-1/1.cer");
  }

  @Test
  void itBeginsFiveMinutesAgoAndLives397Days() {
    AdmittedKey key = TestPki.admitted(TestPki.ec("secp256r1"));
    DeviceName name = new DeviceName(TestPki.DEVICE, "a", "b");
    Instant later = TestPki.NOW.plusSeconds(3600);
    X509Certificate leaf = pki.issuer().issue(name, key, later);
    assertThat(leaf.getNotBefore().toInstant()).isEqualTo(later.minusSeconds(300));
    assertThat(leaf.getNotAfter().toInstant()).isEqualTo(later.plus(LeafLife.DEFAULT));
    Instant caStart = pki.ca.notBefore();
    X509Certificate first = pki.issuer().issue(name, key, caStart.plusSeconds(60));
    assertThat(first.getNotBefore().toInstant()).isEqualTo(caStart);
  }

  @Test
  void itNeverOutlivesItsIssuer() {
    Instant caEnd = pki.ca.certificate().getNotAfter().toInstant();
    AdmittedKey key = TestPki.admitted(TestPki.ec("secp256r1"));
    DeviceName name = new DeviceName(TestPki.DEVICE, "a", "b");
    X509Certificate leaf = pki.issuer().issue(name, key, caEnd.minus(Duration.ofDays(100)));
    assertThat(leaf.getNotAfter().toInstant()).isEqualTo(caEnd);
    assertThatThrownBy(() -> pki.issuer().issue(name, key, caEnd.plusSeconds(1)))
        .isInstanceOf(CertificateAuthorityException.class);
    assertThatThrownBy(() -> pki.issuer().issue(name, key, TestPki.NOW.minusSeconds(3600)))
        .isInstanceOf(CertificateAuthorityException.class);
  }

  @Test
  void nothingOfTheRequestButItsKeyComesIntoTheLeaf() throws Exception {
    KeyPair pair = TestPki.ec("secp256r1");
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    ExtensionsGenerator wished = new ExtensionsGenerator();
    wished.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    wished.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    wished.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.rfc822Name, "president@agency-2.example")));
    byte[] request =
        new PKCS10CertificationRequestBuilder(new X500Name("CN=president,O=agency-2"), key)
            .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wished.generate())
            .build(TestSigner.of(pair))
            .getEncoded();
    Admission admission = new RequestAdmission(any -> false).admit(request, LeafLife.DEFAULT);
    X509Certificate leaf =
        pki.issuer()
            .issue(
                new DeviceName(TestPki.DEVICE, "PC", "agency"),
                ((Admission.Admitted) admission).key(),
                TestPki.NOW);
    assertThat(leaf.getPublicKey()).isEqualTo(pair.getPublic());
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getKeyUsage()[5]).isFalse();
    assertThat(leaf.getSubjectAlternativeNames()).hasSize(1);
    assertThat(leaf.toString()).doesNotContain("president", "agency-2");
  }

  @Test
  void aLabelCannotHideOrFakeWhatThePickerShows() {
    AdmittedKey key = TestPki.admitted(TestPki.ec("secp256r1"));
    DeviceName foul =
        new DeviceName(UUID.randomUUID(), "\u202eCP\n,O=evil" + "長".repeat(100), "\u0000");
    String subject = pki.issuer().issue(foul, key, TestPki.NOW).getSubjectX500Principal().getName();
    assertThat(subject).doesNotContain("\u202e", "\n", "\u0000").contains("CP\\,O\\=evil");
    X500Name name =
        X500Name.getInstance(
            pki.issuer().issue(foul, key, TestPki.NOW).getSubjectX500Principal().getEncoded());
    assertThat(name.getRDNs()).hasSize(2);
    assertThat(name.getRDNs()[0].getFirst().getValue().toString()).hasSize(64);
  }

  @Test
  void onlyWebAddressesArePublished() {
    for (String base : List.of("ldap://pki.example.jp", "pki.example.jp", "http:/x", "file:///x")) {
      assertThatThrownBy(() -> new PublicationAddresses(URI.create(base), new Generation("a", 1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
