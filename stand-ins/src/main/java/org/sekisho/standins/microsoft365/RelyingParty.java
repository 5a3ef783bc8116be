package org.sekisho.standins.microsoft365;

import java.time.Instant;
import org.sekisho.standins.web.BoundedMap;

/**
 * What the rules know apart from the message itself.
 *
 * @param assertionConsumer the exact address that responses must be meant for
 * @param waiting requests without a response yet, by their IDs
 * @param seenAssertions when assertions with these IDs end to be valid
 * @param realSignIns the last times at which test drivers really signed in, by user
 */
record RelyingParty(
    String assertionConsumer,
    Domains domains,
    Users users,
    BoundedMap<String, SignInAttempt> waiting,
    BoundedMap<String, Instant> seenAssertions,
    BoundedMap<String, Instant> realSignIns) {
  private static final int MANY = 10_000;

  static RelyingParty at(String address, Domains domains, Users users) {
    return new RelyingParty(
        address + Microsoft.ASSERTION_CONSUMER,
        domains,
        users,
        new BoundedMap<>(MANY),
        new BoundedMap<>(MANY),
        new BoundedMap<>(MANY));
  }
}
