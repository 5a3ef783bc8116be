package org.sekisho.network;

/**
 * A block of addresses that a tenant trusts.
 *
 * @param comment what it is, for people: 1 to 200 characters
 * @param until when it ends, in milliseconds since the epoch; null where it does not end
 */
public record TrustedNetwork(Network network, String comment, Long until) {

  boolean holdsAt(long millis) {
    return until == null || millis < until;
  }
}
