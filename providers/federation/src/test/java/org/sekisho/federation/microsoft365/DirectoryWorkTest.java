package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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

  /** Nobody has to know. */
  private static void sending() {}

  @BeforeEach
  void verified() {
    directory.domains.put(DOMAIN, new DirectoryDomain(DOMAIN, true, false));
  }

  @ParameterizedTest
  @EnumSource
  void federatingIsDoneOnceHoweverItFails(MemoryDirectory.Failure failure) {
    directory.failures.add(failure);
    assertThatThrownBy(() -> work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending))
        .isInstanceOf(DirectoryException.class);
    assertThat(work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending))
        .isEqualTo(Outcome.DONE);
    assertThat(work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending))
        .isEqualTo(Outcome.DONE);
    assertThat(directory.changes).isEqualTo(1);
    assertThat(directory.federation(DOMAIN)).contains(settings("A", null).withId("id-1"));
  }

  @Test
  void onlyWhatIsSentIsNotedAsSent() {
    List<String> noted = new ArrayList<>();
    work.federate(DOMAIN, settings("A", null), () -> noted.add("changes: " + directory.changes));
    work.federate(DOMAIN, settings("A", null), () -> noted.add("again"));
    assertThat(noted).containsExactly("changes: 0");
  }

  @Test
  void nothingIsSentForWhatWasGivenUpInTheMeantime() {
    Runnable givenUp =
        () -> {
          throw new IllegalStateException("given up");
        };
    assertThatThrownBy(() -> work.federate(DOMAIN, settings("A", null), givenUp))
        .isInstanceOf(IllegalStateException.class);
    assertThat(directory.changes).isZero();
  }

  @Test
  void lookingChangesNothing() {
    assertThat(work.look(DOMAIN, ISSUER)).isEqualTo(Outcome.NOT_SEEN);
    work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending);
    assertThat(work.look(DOMAIN, ISSUER)).isEqualTo(Outcome.DONE);
    assertThat(work.look(DOMAIN, "urn:other")).isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(directory.changes).isEqualTo(1);
  }

  @Test
  void withoutACertificateNothingIsSent() {
    assertThatThrownBy(
            () -> work.federate(DOMAIN, settings(null, null), DirectoryWorkTest::sending))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(directory.changes).isZero();
  }

  @Test
  void aDomainThatIsFederatedWithSomebodyElseIsLeftAlone() {
    FederationSettings theirs =
        new FederationSettings("x", "urn:theirs", "a", "b", "wsFed", "T", null, null);
    directory.federations.put(DOMAIN, theirs);
    assertThat(work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending))
        .isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(work.trust(DOMAIN, ISSUER, new CertificatePair("A", "B")))
        .isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(work.detach(DOMAIN, ISSUER)).isEqualTo(Outcome.FEDERATED_ELSEWHERE);
    assertThat(directory.federation(DOMAIN)).contains(theirs);
    assertThat(directory.changes).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void certificatesAreTrustedHoweverItFails(MemoryDirectory.Failure failure) {
    work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending);
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
    work.federate(DOMAIN, settings("A", null), DirectoryWorkTest::sending);
    directory.failures.add(failure);
    assertThatThrownBy(() -> work.detach(DOMAIN, ISSUER)).isInstanceOf(DirectoryException.class);
    assertThat(work.detach(DOMAIN, ISSUER)).isEqualTo(Outcome.DONE);
    assertThat(directory.federation(DOMAIN)).isEmpty();
  }
}
