package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.federation.microsoft365.DirectoryWork.Outcome;

/** Each step may fail before or after Microsoft has done it, and is then done again. */
class DirectoryWorkTest {

  private static final String DOMAIN = "sakura.example";
  private static final String ISSUER = "https://id/realms/sakura/domains/sakura.example";

  private final MemoryDirectory directory = new MemoryDirectory();
  private final DirectoryWork work = new DirectoryWork(directory);

  private static FederationSettings settings(String current, String next) {
    return new FederationSettings(
        null, ISSUER, "https://id/saml", "https://id/saml", "saml", current, next, "enforce");
  }

  @BeforeEach
  void verified() {
    directory.domains.put(DOMAIN, new DirectoryDomain(DOMAIN, true, false));
  }

  @ParameterizedTest
  @EnumSource
  void federatingIsDoneOnceHoweverItFails(MemoryDirectory.Failure failure) {
    directory.failures.add(failure);
    assertThatThrownBy(() -> work.federate(DOMAIN, settings("A", null)))
        .isInstanceOf(DirectoryException.class);
    assertThat(work.federate(DOMAIN, settings("A", null))).isEqualTo(Outcome.DONE);
    assertThat(work.federate(DOMAIN, settings("A", null))).isEqualTo(Outcome.DONE);
    assertThat(directory.changes).isEqualTo(1);
    assertThat(directory.federation(DOMAIN)).contains(settings("A", null).withId("id-1"));
  }

  @Test
  void withoutACertificateNothingIsSent() {
    assertThatThrownBy(() -> work.federate(DOMAIN, settings(null, null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(directory.changes).isZero();
  }

  @Test
  void aDomainThatIsFederatedWithSomebodyElseIsLeftAlone() {
    FederationSettings theirs =
        new FederationSettings("x", "urn:theirs", "a", "b", "wsFed", "T", null, null);
    directory.federations.put(DOMAIN, theirs);
    assertThat(work.federate(DOMAIN, settings("A", null))).isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(work.trust(DOMAIN, ISSUER, new CertificatePair("A", "B")))
        .isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(work.detach(DOMAIN, ISSUER)).isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(directory.federation(DOMAIN)).contains(theirs);
    assertThat(directory.changes).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void certificatesAreTrustedHoweverItFails(MemoryDirectory.Failure failure) {
    work.federate(DOMAIN, settings("A", null));
    directory.failures.add(failure);
    CertificatePair both = new CertificatePair("A", "B");
    assertThatThrownBy(() -> work.trust(DOMAIN, ISSUER, both))
        .isInstanceOf(DirectoryException.class);
    assertThat(work.trust(DOMAIN, ISSUER, both)).isEqualTo(Outcome.DONE);
    assertThat(directory.federation(DOMAIN).orElseThrow().certificates()).isEqualTo(both);
    assertThat(directory.changes).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void detachingIsDoneHoweverItFails(MemoryDirectory.Failure failure) {
    work.federate(DOMAIN, settings("A", null));
    directory.failures.add(failure);
    assertThatThrownBy(() -> work.detach(DOMAIN, ISSUER)).isInstanceOf(DirectoryException.class);
    assertThat(work.detach(DOMAIN, ISSUER)).isEqualTo(Outcome.DONE);
    assertThat(directory.federation(DOMAIN)).isEmpty();
  }
}
