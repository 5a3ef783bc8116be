package org.sekisho.certauthority.revocation.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.certauthority.TestPki;
import org.sekisho.certauthority.revocation.RevocationReason;
import org.sekisho.certauthority.revocation.RevokedCertificate;

class RevocationListTest {

  private static final Instant NOW = TestPki.NOW;
  private static final Instant END = NOW.plus(Duration.ofDays(100));

  private final TestPki pki = new TestPki();

  private static RevokedCertificate revoked(long serial, Instant at, Instant end) {
    return new RevokedCertificate(
        BigInteger.valueOf(serial), at, RevocationReason.AFFILIATION_CHANGED, end);
  }

  private X509CRL list(List<RevokedCertificate> entries) throws Exception {
    byte[] list = RevocationList.of(pki.ca, BigInteger.valueOf(77), entries, NOW);
    return (X509CRL)
        CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
  }

  @Test
  void aListHasNumberDatesAndReasons() throws Exception {
    List<RevokedCertificate> entries = new ArrayList<>();
    for (RevocationReason reason : RevocationReason.values()) {
      entries.add(
          new RevokedCertificate(
              BigInteger.valueOf(100 + reason.code()), NOW.minusSeconds(5), reason, END));
    }
    X509CRL list = list(entries);
    list.verify(pki.ca.certificate().getPublicKey());
    assertThat(list.getThisUpdate().toInstant()).isEqualTo(NOW);
    assertThat(list.getNextUpdate().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    byte[] number = ASN1OctetString.getInstance(list.getExtensionValue("2.5.29.20")).getOctets();
    assertThat(CRLNumber.getInstance(number).getCRLNumber()).isEqualTo(77);
    assertThat(list.getNonCriticalExtensionOIDs())
        .containsExactlyInAnyOrder("2.5.29.20", "2.5.29.35");
    assertThat(list.getCriticalExtensionOIDs()).isNullOrEmpty();
    assertThat(list.getRevokedCertificate(BigInteger.valueOf(101)).getRevocationReason())
        .isEqualTo(CRLReason.KEY_COMPROMISE);
    assertThat(list.getRevokedCertificates()).hasSize(entries.size());
  }

  @Test
  void aHundredThousandEntriesAreSigned() throws Exception {
    List<RevokedCertificate> entries = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      entries.add(new RevokedCertificate(pki.serials.get(), NOW, RevocationReason.SUPERSEDED, END));
    }
    X509CRL list = list(entries);
    list.verify(pki.ca.certificate().getPublicKey());
    assertThat(list.getRevokedCertificates()).hasSize(100_000);
  }

  @Test
  void anExpiredCertificateStandsOnOneListMoreAndThenLeaves() {
    RevokedCertificate entry = revoked(1, NOW.minusSeconds(60), NOW);
    List<RevokedCertificate> all = List.of(entry);
    assertThat(ListedEntries.forNext(all, Optional.empty())).isEqualTo(all);
    assertThat(ListedEntries.forNext(all, Optional.of(NOW.minusSeconds(1)))).isEqualTo(all);
    assertThat(ListedEntries.forNext(all, Optional.of(NOW))).isEqualTo(all);
    assertThat(ListedEntries.forNext(all, Optional.of(NOW.plusSeconds(1)))).isEmpty();
  }

  @Test
  void whatWasRevokedAfterItsEndStandsOnAListTooBeforeItLeaves() {
    List<RevokedCertificate> all = List.of(revoked(1, NOW.plusSeconds(60), NOW));
    assertThat(ListedEntries.forNext(all, Optional.of(NOW.plusSeconds(30)))).isEqualTo(all);
    assertThat(ListedEntries.forNext(all, Optional.of(NOW.plusSeconds(61)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"43199,,false", "43200,,true", "10,11,false", "10,10,true", "10,9,true", "10,0,true"})
  void aListIsDueAfterTwelveHoursOrARevocation(long age, Long revokedAgo, boolean due) {
    Optional<Instant> revocation = Optional.ofNullable(revokedAgo).map(NOW::minusSeconds);
    assertThat(ListSchedule.isDue(Optional.of(NOW.minusSeconds(age)), revocation, NOW))
        .isEqualTo(due);
  }

  @Test
  void theFirstListIsAlwaysDueAndNoRevocationWithinTheSecondIsMissed() {
    assertThat(ListSchedule.isDue(Optional.empty(), Optional.empty(), NOW)).isTrue();
    Instant list = NOW.plusMillis(500);
    assertThat(ListSchedule.isDue(Optional.of(list), Optional.of(NOW.plusMillis(300)), NOW))
        .isTrue();
  }
}
