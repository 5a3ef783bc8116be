package org.sekisho.federation.microsoft365;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the users of a domain on both sides. Pure.
 *
 * @param domain in lower case
 * @param federatedBelow subdomains that have a federation of their own and inherit nothing
 * @param here the tenant's users of the domain
 * @param there all users of the directory
 */
record Comparison(
    String domain, Set<String> federatedBelow, List<TenantUser> here, List<DirectoryUser> there) {

  /** One line for each user that is not alike, in the order of the user IDs. */
  List<Difference> differences() {
    Map<String, TenantUser> byName = new HashMap<>();
    here.forEach(user -> byName.put(key(user.userId()), user));
    Map<String, Long> idsHere = count(here.stream().map(TenantUser::immutableId).toList());
    Map<String, Long> idsThere = count(there.stream().map(DirectoryUser::immutableId).toList());
    List<Difference> found = new ArrayList<>();
    for (DirectoryUser user : there) {
      TenantUser own = byName.remove(key(user.userPrincipalName()));
      Optional<Difference.Kind> kind = kind(user, own, idsHere, idsThere);
      kind.ifPresent(one -> found.add(new Difference(user.userPrincipalName(), one)));
      if (kind.equals(Optional.of(Difference.Kind.USER_ID_DIFFERS))) {
        // One line for one user: the other name of the same user is not told as well.
        byName.values().removeIf(one -> user.immutableId().equals(one.immutableId()));
      }
    }
    byName.values().stream()
        .filter(TenantUser::enabled)
        .forEach(user -> found.add(new Difference(user.userId(), kindOfLone(user))));
    found.sort((a, b) -> a.userId().compareTo(b.userId()));
    return List.copyOf(found);
  }

  /** Who is not enabled at Microsoft cannot be locked out; who is elsewhere is not concerned. */
  private Optional<Difference.Kind> kind(
      DirectoryUser user, TenantUser own, Map<String, Long> idsHere, Map<String, Long> idsThere) {
    if (!user.enabled()) {
      return Optional.empty();
    }
    if (!user.domain().equals(domain)) {
      return inherits(user.domain())
          ? Optional.of(Difference.Kind.SUBDOMAIN_INHERITS)
          : Optional.empty();
    }
    if (own == null) {
      return Optional.of(
          idsHere.containsKey(user.immutableId())
              ? Difference.Kind.USER_ID_DIFFERS
              : Difference.Kind.MISSING_HERE);
    }
    return kindOfPair(user, own, idsHere, idsThere);
  }

  private static Optional<Difference.Kind> kindOfPair(
      DirectoryUser user, TenantUser own, Map<String, Long> idsHere, Map<String, Long> idsThere) {
    if (!own.enabled()) {
      return Optional.of(Difference.Kind.DISABLED_HERE);
    }
    if (own.immutableId() == null) {
      return Optional.of(Difference.Kind.IMMUTABLE_ID_MISSING_HERE);
    }
    if (user.immutableId() == null) {
      return Optional.of(Difference.Kind.IMMUTABLE_ID_MISSING_AT_MICROSOFT);
    }
    // Exactly: whether Microsoft tells upper from lower case is not documented.
    if (!user.immutableId().equals(own.immutableId())) {
      return Optional.of(Difference.Kind.IMMUTABLE_ID_DIFFERS);
    }
    boolean unique = idsHere.get(own.immutableId()) == 1 && idsThere.get(own.immutableId()) == 1;
    return unique ? Optional.empty() : Optional.of(Difference.Kind.IMMUTABLE_ID_AMBIGUOUS);
  }

  private Difference.Kind kindOfLone(TenantUser user) {
    boolean otherName =
        user.immutableId() != null
            && there.stream().anyMatch(one -> user.immutableId().equals(one.immutableId()));
    return otherName ? Difference.Kind.USER_ID_DIFFERS : Difference.Kind.MISSING_AT_MICROSOFT;
  }

  /** A subdomain takes over the settings of the nearest domain above that is federated. */
  private boolean inherits(String other) {
    return other.endsWith("." + domain)
        && federatedBelow.stream().noneMatch(own -> other.equals(own) || other.endsWith("." + own));
  }

  private static String key(String userId) {
    return userId.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Long> count(List<String> ids) {
    return ids.stream()
        .filter(id -> id != null)
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }
}
