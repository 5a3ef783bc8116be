package org.sekisho.standins.microsoft365;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which directory (tenant of Entra) has which domains, applications and global administrators. A
 * user belongs to the directory of the domain of its principal name.
 */
final class Directories {

  /** A domain of a directory. */
  record Entry(String name, String directory, boolean verified) {}

  private final Map<String, Entry> domains = new LinkedHashMap<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final Set<String> globalAdministrators = new LinkedHashSet<>();
  private final Set<String> withoutPermission = new LinkedHashSet<>();

  synchronized void put(Entry entry) {
    domains.put(entry.name(), entry);
  }

  synchronized Optional<Entry> domain(String directory, String name) {
    return Optional.ofNullable(domains.get(name.toLowerCase(Locale.ROOT)))
        .filter(entry -> entry.directory().equals(directory));
  }

  synchronized java.util.List<Entry> domainsOf(String directory) {
    return domains.values().stream().filter(entry -> entry.directory().equals(directory)).toList();
  }

  boolean has(String directory, DirectoryUser user) {
    String name = user.userPrincipalName();
    return domain(directory, name.substring(name.lastIndexOf('@') + 1)).isPresent();
  }

  /** Admits an application with its secret. */
  synchronized void admit(String directory, String clientId, String secret, boolean permitted) {
    secrets.put(directory + " " + clientId, secret);
    if (permitted) {
      withoutPermission.remove(directory);
    } else {
      withoutPermission.add(directory);
    }
  }

  synchronized boolean admits(String directory, String clientId, String secret) {
    return secret.equals(secrets.get(directory + " " + clientId));
  }

  synchronized boolean permits(String directory) {
    return !withoutPermission.contains(directory);
  }

  synchronized void makeGlobalAdministrator(String userPrincipalName) {
    globalAdministrators.add(userPrincipalName.toLowerCase(Locale.ROOT));
  }

  synchronized boolean isGlobalAdministrator(DirectoryUser user) {
    return globalAdministrators.contains(user.userPrincipalName().toLowerCase(Locale.ROOT));
  }
}
