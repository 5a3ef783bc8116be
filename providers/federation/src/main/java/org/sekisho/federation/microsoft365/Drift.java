package org.sekisho.federation.microsoft365;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How Microsoft's settings of a federated domain differ from ours. Pure.
 *
 * @param found empty where the domain is not federated
 * @param ours what was agreed
 * @param activeCertificate that of the key that signs now
 * @param knownCertificates those of all keys of the tenant that may sign
 */
record Drift(
    Optional<FederationSettings> found,
    FederationSettings ours,
    String activeCertificate,
    Set<String> knownCertificates) {

  /** Names of what differs, in a fixed order; empty where all is as agreed. */
  List<String> names() {
    if (found.isEmpty()) {
      return List.of("authenticationType");
    }
    FederationSettings theirs = found.get();
    List<String> names = new ArrayList<>();
    add(names, "issuerUri", ours.issuerUri().equals(theirs.issuerUri()));
    add(names, "passiveSignInUri", ours.signInUri().equals(theirs.signInUri()));
    add(names, "signOutUri", ours.signOutUri().equals(theirs.signOutUri()));
    add(names, "preferredAuthenticationProtocol", ours.protocol().equals(theirs.protocol()));
    add(names, "federatedIdpMfaBehavior", ours.mfaBehavior().equals(theirs.mfaBehavior()));
    add(names, "signingCertificate", theirs.certificates().trusts(activeCertificate));
    // Whoever has such a key can sign in as everybody.
    add(names, "foreignCertificate", knownCertificates.containsAll(theirs.certificates().all()));
    return List.copyOf(names);
  }

  private static void add(List<String> names, String name, boolean same) {
    if (!same) {
      names.add(name);
    }
  }
}
