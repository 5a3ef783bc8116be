package org.sekisho.standins.microsoft365;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The users of the directory, by their principal names. */
final class Users {
  private final Map<String, DirectoryUser> byName = new LinkedHashMap<>();

  synchronized Optional<DirectoryUser> find(String userPrincipalName) {
    return Optional.ofNullable(byName.get(normal(userPrincipalName)));
  }

  synchronized List<DirectoryUser> all() {
    return List.copyOf(byName.values());
  }

  synchronized Optional<DirectoryUser> byImmutableId(String immutableId) {
    return byName.values().stream()
        .filter(user -> user.onPremisesImmutableId().equals(Optional.of(immutableId)))
        .findFirst();
  }

  /** Adds the user unless the name or the immutable ID is in use. Says whether it did. */
  synchronized boolean add(DirectoryUser user) {
    boolean idIsTaken = user.onPremisesImmutableId().flatMap(this::byImmutableId).isPresent();
    if (idIsTaken || byName.containsKey(normal(user.userPrincipalName()))) {
      return false;
    }
    byName.put(normal(user.userPrincipalName()), user);
    return true;
  }

  synchronized void replace(DirectoryUser user) {
    byName.put(normal(user.userPrincipalName()), user);
  }

  synchronized boolean remove(String userPrincipalName) {
    return byName.remove(normal(userPrincipalName)) != null;
  }

  private static String normal(String userPrincipalName) {
    return userPrincipalName.toLowerCase(Locale.ROOT);
  }
}
