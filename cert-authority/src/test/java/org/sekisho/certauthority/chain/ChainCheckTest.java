package org.sekisho.certauthority.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.Sha256;
import org.sekisho.certauthority.TestPki;

/** More cases, against other judges, are in {@code PathValidationTest}. */
class ChainCheckTest {

  private final TestPki pki = new TestPki();
  private final X509Certificate leaf = pki.leaf();
  private final ChainCheck check = new ChainCheck(List.of(pki.ca.certificate()));

  private ChainVerdict verdict(ChainCheck by, X509Certificate... presented) {
    return by.check(List.of(presented), TestPki.NOW).verdict();
  }

  @Test
  void aLeafAloneIsEnoughAndIsIdentifiedByIssuerSerialAndHash() throws Exception {
    ChainResult result = check.check(List.of(leaf), TestPki.NOW);
    assertThat(result.isOk()).isTrue();
    assertThat(result.identity())
        .contains(
            new CertificateIdentity(
                pki.ca.certificate(), leaf.getSerialNumber(), Sha256.hex(leaf.getEncoded())));
  }

  @Test
  void whatComesWithTheLeafIsNotTrusted() {
    TestPki other = new TestPki();
    assertThat(verdict(check, leaf, other.ca.certificate(), other.root.certificate()))
        .isEqualTo(ChainVerdict.OK);
    ChainCheck foreign =
        new ChainCheck(List.of(pki.issuing(new Generation("agency-2", 1)).certificate()));
    assertThat(verdict(foreign, leaf, pki.ca.certificate(), pki.root.certificate()))
        .isEqualTo(ChainVerdict.FOREIGN_ISSUER);
  }

  @Test
  void anIssuerOfTheSameNameWithAnotherKeyIsNotOurs() {
    ChainResult result = check.check(List.of(new TestPki().leaf()), TestPki.NOW);
    assertThat(result.verdict()).isEqualTo(ChainVerdict.BAD_SIGNATURE);
    assertThat(result.identity()).isEmpty();
  }

  @Test
  void allGenerationsThatAreGivenCount() {
    X509Certificate next = pki.issuing(new Generation("agency-1", 2)).certificate();
    assertThat(verdict(new ChainCheck(List.of(next, pki.ca.certificate())), leaf))
        .isEqualTo(ChainVerdict.OK);
    assertThat(verdict(new ChainCheck(List.of(next)), leaf)).isEqualTo(ChainVerdict.FOREIGN_ISSUER);
    assertThat(verdict(new ChainCheck(List.of()), leaf)).isEqualTo(ChainVerdict.FOREIGN_ISSUER);
  }

  @Test
  void caCertificatesAreNoDevices() {
    assertThat(verdict(check, pki.root.certificate())).isEqualTo(ChainVerdict.SELF_SIGNED);
    assertThat(verdict(check, pki.ca.certificate())).isEqualTo(ChainVerdict.FOREIGN_ISSUER);
    assertThat(verdict(new ChainCheck(List.of(pki.root.certificate())), pki.ca.certificate()))
        .isEqualTo(ChainVerdict.WRONG_PROFILE);
  }

  @Test
  void anExpiredOneOfOursIsStillIdentified() {
    Instant later = TestPki.NOW.plus(Duration.ofDays(398));
    ChainResult result = check.check(List.of(leaf), later);
    assertThat(result.verdict()).isEqualTo(ChainVerdict.EXPIRED);
    assertThat(result.identity()).isPresent();
  }

  @Test
  void anIssuerThatHasEndedVouchesForNobody() {
    Instant end = pki.ca.notAfter().plusSeconds(1);
    assertThat(check.check(List.of(leaf), end).verdict()).isEqualTo(ChainVerdict.ISSUER_NOT_VALID);
    Instant start = pki.ca.notBefore().minusSeconds(1);
    assertThat(check.check(List.of(leaf), start).verdict())
        .isEqualTo(ChainVerdict.ISSUER_NOT_VALID);
  }

  @Test
  void nothingPresentedIsSaid() {
    assertThat(verdict(check)).isEqualTo(ChainVerdict.NONE);
  }
}
