package org.sekisho.tenant.register;

import java.util.Locale;

/**
 * Which tenants to list; every member but {@code max} may be null.
 *
 * @param name part of the id or of the display name, case does not count
 * @param domain a domain of the tenant, whole
 * @param after the id after which the page begins
 * @param max 1 to 100 tenants
 */
public record TenantQuery(String name, String domain, TenantState state, String after, int max) {

  public static final int LARGEST_PAGE = 100;

  /** For {@code like}: what the reader typed has no wildcards. */
  String pattern() {
    String escaped = name.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    return "%" + escaped + "%";
  }
}
