package org.sekisho.tenant.plan;

import java.util.List;
import java.util.Map;

/**
 * What a tenant pays for: limits, kinds of domains, entitlements and applications, as {@code
 * plans.json} in {@code realm-config} tells.
 *
 * @param name the plan's name by language
 * @param domainKinds which domains a tenant of this plan may have
 * @param sessionLimits bounds of the tenant's session settings
 * @param options what a tenant may add to the plan
 * @param applications entries of the application catalogue that are opened with the tenant
 * @param catalogue entries of it that ID administrators may add
 */
public record Plan(
    String id,
    Map<String, String> name,
    Users users,
    List<DomainKind> domainKinds,
    String securityRules,
    SessionLimits sessionLimits,
    boolean adminConsole,
    List<String> options,
    List<String> entitlements,
    List<String> applications,
    List<String> catalogue) {

  private static final String LOCKED = "baseline-locked";

  /** Between which bounds a tenant may set how long sessions last. */
  public record SessionLimits(Range idleMinutes, Range maxMinutes) {}

  /** Both ends are allowed. */
  public record Range(int min, int max) {
    public boolean admits(int value) {
      return value >= min && value <= max;
    }
  }

  /** Whether the tenant's security rules are the provider's baseline and nobody may change them. */
  public boolean rulesAreLocked() {
    return securityRules.equals(LOCKED);
  }

  /** How many user IDs; {@code max} is null where there is no cap. */
  public record Users(int min, Integer max) {
    public boolean admits(long count) {
      return max == null || count <= max;
    }
  }
}
