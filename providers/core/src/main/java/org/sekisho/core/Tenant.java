package org.sekisho.core;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * A tenant as its realm tells it. The realm's attributes are the record that sign-ins read, because
 * Keycloak caches them on every node.
 *
 * @param id name of the realm
 * @param plan identifier of the plan, see {@code realm-config}
 * @param domains the domains that user IDs may have, never empty
 * @param options identifiers of the options the tenant pays for
 */
public record Tenant(String id, String plan, Set<DomainName> domains, Set<String> options) {

  public static final String PLAN_ATTRIBUTE = "sekisho.plan";
  public static final String DOMAINS_ATTRIBUTE = "sekisho.domains";
  public static final String OPTIONS_ATTRIBUTE = "sekisho.options";

  /** The option of device certificates, as {@code realm-config} names it. */
  public static final String DEVICE_CERTIFICATE = "device-certificate";

  public Tenant {
    domains = Set.copyOf(domains);
    options = Set.copyOf(options);
  }

  /** Empty where the realm is no tenant, such as {@code master}. */
  public static Optional<Tenant> of(RealmModel realm) {
    String plan = realm.getAttribute(PLAN_ATTRIBUTE);
    if (plan == null) {
      return Optional.empty();
    }
    Set<DomainName> domains =
        split(realm.getAttribute(DOMAINS_ATTRIBUTE)).stream()
            .flatMap(domain -> DomainName.parse(domain).stream())
            .collect(Collectors.toUnmodifiableSet());
    return Optional.of(
        new Tenant(realm.getName(), plan, domains, split(realm.getAttribute(OPTIONS_ATTRIBUTE))));
  }

  /** Whether the realm is a tenant: {@link #of} reads its domains too, which each sign-in pays. */
  public static boolean is(RealmModel realm) {
    return realm.getAttribute(PLAN_ATTRIBUTE) != null;
  }

  /** What people call a tenant: its display name where it has one. */
  public static String calledBy(RealmModel realm) {
    return realm.getDisplayName() == null ? realm.getName() : realm.getDisplayName();
  }

  /** Whether the tenant pays for device certificates. */
  public boolean hasDevices() {
    return options.contains(DEVICE_CERTIFICATE);
  }

  public boolean owns(DomainName domain) {
    return domains.contains(domain);
  }

  private static Set<String> split(String commaSeparated) {
    if (commaSeparated == null || commaSeparated.isBlank()) {
      return Set.of();
    }
    return new TreeSet<>(Arrays.asList(commaSeparated.split(",", -1)));
  }
}
