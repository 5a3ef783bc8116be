package org.sekisho.standins.microsoft365;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The federated domains. */
final class Domains {
  private final Map<String, FederatedDomain> byName = new LinkedHashMap<>();

  synchronized Optional<FederatedDomain> find(String name) {
    return Optional.ofNullable(byName.get(normal(name)));
  }

  /** The domain with this issuer, if it is any but the one of that name. */
  synchronized boolean issuerIsTaken(String issuerUri, String exceptName) {
    return byIssuer(issuerUri)
        .filter(domain -> !domain.name().equals(normal(exceptName)))
        .isPresent();
  }

  synchronized Optional<FederatedDomain> byIssuer(String issuerUri) {
    return byName.values().stream()
        .filter(domain -> domain.issuerUri().equals(issuerUri))
        .findFirst();
  }

  /** The domain whose settings hold for a name: itself, or the nearest parent that is federated. */
  synchronized Optional<FederatedDomain> governing(String name) {
    String rest = normal(name);
    while (true) {
      FederatedDomain found = byName.get(rest);
      int dot = rest.indexOf('.');
      if (found != null || dot < 0) {
        return Optional.ofNullable(found);
      }
      rest = rest.substring(dot + 1);
    }
  }

  /** The domain that governs a user principal name or an e-mail address. */
  Optional<FederatedDomain> governingUser(String userPrincipalName) {
    return governing(userPrincipalName.substring(userPrincipalName.lastIndexOf('@') + 1));
  }

  synchronized void put(FederatedDomain domain) {
    byName.put(domain.name(), domain);
  }

  synchronized void remove(String name) {
    byName.remove(normal(name));
  }

  static String normal(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
