package org.sekisho.federation.microsoft365;

import java.util.Optional;

/**
 * The steps at Microsoft, each of which may be done again at any time: it looks first, changes what
 * is not as wanted, and believes only what it reads afterwards.
 */
final class DirectoryWork {

  /** What became of a step. */
  enum Outcome {
    DONE,
    /** The domain is federated with somebody else; it is left alone. */
    FEDERATED_ELSEWHERE,
    /** Microsoft has taken the call and does not show it yet. */
    NOT_SEEN
  }

  private final DirectoryTarget directory;

  DirectoryWork(DirectoryTarget directory) {
    this.directory = directory;
  }

  /**
   * Federates the domain, or sees that it is. A settings object without a certificate would leave
   * the domain federated and unmanageable, so it is never sent.
   *
   * @param beforeSending runs before Microsoft is asked to federate, and not where it is already
   */
  Outcome federate(String domain, FederationSettings wanted, Runnable beforeSending) {
    if (wanted.signingCertificate() == null || wanted.signingCertificate().isBlank()) {
      throw new IllegalArgumentException("no signing certificate");
    }
    Optional<FederationSettings> found = directory.federation(domain);
    if (found.isEmpty()) {
      beforeSending.run();
      return created(domain, wanted);
    }
    if (!found.get().issuerUri().equals(wanted.issuerUri())) {
      return Outcome.FEDERATED_ELSEWHERE;
    }
    return changed(domain, found.get(), wanted);
  }

  /** Whether the domain is federated with us; changes nothing. */
  Outcome look(String domain, String issuerUri) {
    return directory
        .federation(domain)
        .map(
            found ->
                found.issuerUri().equals(issuerUri) ? Outcome.DONE : Outcome.FEDERATED_ELSEWHERE)
        .orElse(Outcome.NOT_SEEN);
  }

  private Outcome created(String domain, FederationSettings wanted) {
    directory.federate(domain, wanted);
    return seen(domain, wanted);
  }

  /** Makes Microsoft trust these certificates for a domain that is federated with us. */
  Outcome trust(String domain, String issuerUri, CertificatePair certificates) {
    Optional<FederationSettings> found = directory.federation(domain);
    if (found.isEmpty() || !found.get().issuerUri().equals(issuerUri)) {
      return Outcome.FEDERATED_ELSEWHERE;
    }
    return changed(domain, found.get(), found.get().trusting(certificates));
  }

  /** Makes the domain managed, or sees that it is. */
  Outcome detach(String domain, String issuerUri) {
    Optional<FederationSettings> found = directory.federation(domain);
    if (found.isPresent() && !found.get().issuerUri().equals(issuerUri)) {
      return Outcome.FEDERATED_ELSEWHERE;
    }
    found.ifPresent(settings -> directory.remove(domain, settings.id()));
    boolean managed =
        directory.federation(domain).isEmpty()
            && directory.domain(domain).filter(DirectoryDomain::federated).isEmpty();
    return managed ? Outcome.DONE : Outcome.NOT_SEEN;
  }

  private Outcome changed(String domain, FederationSettings found, FederationSettings wanted) {
    FederationSettings target = wanted.withId(found.id());
    if (!target.equals(found)) {
      directory.change(domain, target);
    }
    return seen(domain, target);
  }

  private Outcome seen(String domain, FederationSettings wanted) {
    return directory
        .federation(domain)
        .filter(found -> wanted.withId(found.id()).equals(found))
        .map(found -> Outcome.DONE)
        .orElse(Outcome.NOT_SEEN);
  }
}
