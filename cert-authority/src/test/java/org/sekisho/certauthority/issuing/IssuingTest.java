package org.sekisho.certauthority.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.TestPki;

class IssuingTest {

  private static final Generation G1 = new Generation("agency-1", 1);
  private static final Generation G2 = new Generation("agency-1", 2);

  private final TestPki pki = new TestPki();
  private final X509Certificate first = pki.ca.certificate();
  private final IssuingCertificateCheck check = new IssuingCertificateCheck(pki.root.certificate());

  private static byte[] key(X509Certificate certificate) {
    return certificate.getPublicKey().getEncoded();
  }

  @Test
  void aCertificateIsImportedForItsGenerationAndKeyOnly() {
    assertThat(check.check(first, G1, key(first), TestPki.NOW)).isEmpty();
    assertThat(check.check(first, G2, key(first), TestPki.NOW))
        .contains(IssuingProblem.OTHER_GENERATION);
    assertThat(check.check(first, new Generation("agency-2", 1), key(first), TestPki.NOW))
        .contains(IssuingProblem.OTHER_GENERATION);
    X509Certificate other = pki.issuing(G1).certificate();
    assertThat(check.check(other, G1, key(first), TestPki.NOW)).contains(IssuingProblem.OTHER_KEY);
  }

  @Test
  void aLeafIsNeverImportedAsAnIssuingCa() {
    assertThat(check.check(pki.leaf(), TestPki.NOW)).contains(IssuingProblem.FOREIGN_ISSUER);
    assertThat(check.check(pki.root.certificate(), TestPki.NOW))
        .contains(IssuingProblem.WRONG_PROFILE);
    assertThat(check.check(new TestPki().ca.certificate(), TestPki.NOW))
        .contains(IssuingProblem.BAD_SIGNATURE);
  }

  @Test
  void aCaDoesNotWorkWithAnotherKey() {
    assertThatThrownBy(() -> new IssuingCa(G1, first, pki.issuing(G1).key()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNewestIssuesAndAllValidOnesAreTrusted() {
    X509Certificate second = pki.issuing(G2).certificate();
    Generations both = new Generations(Map.of(G1, first, G2, second));
    assertThat(both.issuing(TestPki.NOW)).contains(G2);
    assertThat(both.trusted(TestPki.NOW)).isEqualTo(List.of(second, first));
    Instant end = pki.ca.notAfter();
    assertThat(both.trusted(end)).hasSize(2);
    assertThat(both.trusted(end.plusSeconds(1))).isEmpty();
    assertThat(both.issuing(end.plusSeconds(1))).isEmpty();
  }

  @Test
  void aGenerationThatHasEndedNoLongerIssuesNorIsTrusted() {
    TestPki later = new TestPki(TestPki.NOW.plus(Duration.ofDays(3000)));
    Generations both = new Generations(Map.of(G1, first, G2, later.ca.certificate()));
    assertThat(both.issuing(TestPki.NOW)).contains(G1);
    Instant afterTheFirst = pki.ca.notAfter().plusSeconds(1);
    assertThat(both.trusted(afterTheFirst)).containsExactly(later.ca.certificate());
  }

  @Test
  void aSuccessorIsDueBeforeALeafWouldBeCutShort() {
    Generations one = new Generations(Map.of(G1, first));
    Duration life = Duration.ofDays(397);
    Instant due = pki.ca.notAfter().minus(life).minus(Generations.LEAD);
    assertThat(one.needsSuccessor(life, due)).isFalse();
    assertThat(one.needsSuccessor(life, due.plusSeconds(1))).isTrue();
    assertThat(new Generations(Map.of()).needsSuccessor(life, TestPki.NOW)).isTrue();
  }
}
