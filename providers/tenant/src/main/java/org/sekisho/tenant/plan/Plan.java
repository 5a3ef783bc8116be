package org.sekisho.tenant.plan;

import java.util.List;
import java.util.Map;

/**
 * What a tenant pays for: limits, kinds of domains, entitlements and applications, as {@code
 * plans.json} in {@code realm-config} tells.
 *
 * @param name the plan's name by language
 * @param domainKinds which domains a tenant of this plan may have
 * @param options what a tenant may add to the plan
 * @param applications entries of the application catalogue that are opened with the tenant
 */
public record Plan(
    String id,
    Map<String, String> name,
    Users users,
    List<DomainKind> domainKinds,
    String securityRules,
    boolean adminConsole,
    List<String> options,
    List<String> entitlements,
    List<String> applications) {

  /** How many user IDs; {@code max} is null where there is no cap. */
  public record Users(int min, Integer max) {
    public boolean admits(long count) {
      return max == null || count <= max;
    }
  }
}
