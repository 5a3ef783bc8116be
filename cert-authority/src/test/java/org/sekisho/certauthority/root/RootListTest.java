package org.sekisho.certauthority.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.revocation.RevocationReason;

class RootListTest {

  private final TestPki pki = new TestPki();
  private final X509Certificate first = pki.ca.certificate();
  private final X509Certificate second = pki.issuing(new Generation("agency-2", 1)).certificate();

  private X509CRL next(Optional<X509CRL> previous, Instant now, X509Certificate... revoked)
      throws Exception {
    byte[] list =
        new RootList(pki.root)
            .next(previous, List.of(revoked), RevocationReason.CA_COMPROMISE, now);
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
  }

  @Test
  void theNextListKeepsWhatTheOneBeforeRevoked() throws Exception {
    X509CRL one = next(Optional.empty(), TestPki.NOW, first);
    X509CRL two = next(Optional.of(one), TestPki.NOW.plusSeconds(60), first, second);
    assertThat(two.getRevokedCertificates()).hasSize(2);
    assertThat(two.getRevokedCertificate(first).getRevocationDate().toInstant())
        .isEqualTo(TestPki.NOW);
    assertThat(two.getRevokedCertificate(first).getRevocationReason())
        .isEqualTo(CRLReason.CA_COMPROMISE);
    assertThat(two.getNextUpdate().toInstant())
        .isEqualTo(TestPki.NOW.plusSeconds(60).plus(RootList.GOOD_FOR));
    assertThat(number(one)).isEqualTo(1);
    assertThat(number(two)).isEqualTo(2);
  }

  private static int number(X509CRL list) {
    byte[] value = ASN1OctetString.getInstance(list.getExtensionValue("2.5.29.20")).getOctets();
    return CRLNumber.getInstance(value).getCRLNumber().intValueExact();
  }

  @Test
  void listsAndCertificatesOfAnotherRootAreRefused() throws Exception {
    TestPki other = new TestPki();
    assertThatThrownBy(() -> next(Optional.empty(), TestPki.NOW, other.ca.certificate()))
        .hasMessageContaining("NOT_ISSUED_BY_ROOT");
    X509CRL ours = next(Optional.empty(), TestPki.NOW, first);
    assertThatThrownBy(
            () ->
                new RootList(other.root)
                    .next(
                        Optional.of(ours),
                        List.of(),
                        RevocationReason.CESSATION_OF_OPERATION,
                        TestPki.NOW))
        .hasMessageContaining("NOT_ISSUED_BY_ROOT");
  }
}
