package org.sekisho.federation;

import java.util.Optional;
import java.util.Set;
import org.sekisho.core.DomainName;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.UserId;

/**
 * Decides whether a user may be sent to Microsoft 365. Pure.
 *
 * @param userId empty where the username is no user ID
 * @param federatedDomains the tenant's domains
 * @param immutableId the user's, null where it has none
 * @param holders how many users of the tenant hold that immutable ID
 * @param proven what the session has proven
 */
record Microsoft365Admission(
    Optional<UserId> userId,
    Set<DomainName> federatedDomains,
    String immutableId,
    long holders,
    ProvenFactors proven) {

  /** Why not; {@code messageKey} is the text for the user, {@code event} the event's error. */
  enum Refusal {
    IMMUTABLE_ID_MISSING("sekishoImmutableIdMissing", "immutable_id_missing"),
    IMMUTABLE_ID_AMBIGUOUS("sekishoAccountLinkAmbiguous", "immutable_id_ambiguous"),
    DOMAIN_NOT_FEDERATED("sekishoDomainNotFederated", "domain_not_federated"),
    FACTORS_MISSING("sekishoFactorsMissing", "factors_missing");

    final String messageKey;
    final String event;

    Refusal(String messageKey, String event) {
      this.messageKey = messageKey;
      this.event = event;
    }
  }

  /** Empty where the user may pass. */
  Optional<Refusal> refusal() {
    if (userId.isEmpty() || !federatedDomains.contains(userId.get().domain())) {
      return Optional.of(Refusal.DOMAIN_NOT_FEDERATED);
    }
    if (!ImmutableId.isValid(immutableId)) {
      return Optional.of(Refusal.IMMUTABLE_ID_MISSING);
    }
    if (holders != 1) {
      // Whoever shares an immutable ID shares a mailbox.
      return Optional.of(Refusal.IMMUTABLE_ID_AMBIGUOUS);
    }
    return proven.areMultiFactor() ? Optional.empty() : Optional.of(Refusal.FACTORS_MISSING);
  }
}
