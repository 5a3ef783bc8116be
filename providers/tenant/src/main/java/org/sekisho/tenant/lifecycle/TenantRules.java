package org.sekisho.tenant.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.tenant.plan.DomainKind;
import org.sekisho.tenant.plan.Plan;
import org.sekisho.tenant.plan.RealmConfig;

/**
 * Checks a wish to open a tenant. Pure; it names everything that is wrong, not only the first.
 *
 * @param config the plans
 * @param provider the domain below which the provider gives subdomains
 */
public record TenantRules(RealmConfig config, DomainName provider) {

  /** Realm names stand in addresses, and {@code master} is Keycloak's. */
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,34}[a-z0-9])?");

  private static final int MAX_DISPLAY_NAME = 100;
  private static final int MAX_DOMAINS = 50;

  /** A checked tenant, or what is wrong with the wish; one of them is empty. */
  public record Checked(Optional<NewTenant> tenant, List<Faults.Fault> faults) {}

  public Checked check(OpenTenantRequest request) {
    Faults faults = new Faults();
    faults.require(
        "id", isId(request.id()), "must be 1 to 36 of a-z, 0-9 and inner hyphens, not 'master'");
    faults.checkLine("displayName", request.displayName(), MAX_DISPLAY_NAME);
    Optional<Plan> plan = checkPlan(request.plan(), faults);
    Set<DomainName> domains = parseDomains(request.domains(), faults);
    Set<String> options = distinct(request.options());
    plan.ifPresent(known -> checkFits(domains, options, known, faults));
    if (!faults.found().isEmpty()) {
      return new Checked(Optional.empty(), faults.found());
    }
    return new Checked(
        plan.map(
            known ->
                new NewTenant(request.id(), request.displayName().trim(), known, domains, options)),
        List.of());
  }

  private static boolean isId(String id) {
    return id != null && ID.matcher(id).matches() && !id.equals("master");
  }

  public Optional<Plan> checkPlan(String id, Faults faults) {
    Optional<Plan> plan = config.plan(id);
    faults.require(
        "plan", plan.isPresent(), "must be one of " + String.join(", ", config.planIds()));
    return plan;
  }

  private static Set<DomainName> parseDomains(List<String> domains, Faults faults) {
    Set<DomainName> parsed = new LinkedHashSet<>();
    if (domains == null || domains.isEmpty() || domains.size() > MAX_DOMAINS) {
      faults.add("domains", "must name 1 to 50 domains");
      return parsed;
    }
    for (String text : domains) {
      Optional<DomainName> domain = DomainName.parse(text);
      faults.require("domains", domain.isPresent(), "'" + text + "' is no domain name");
      domain.ifPresent(parsed::add);
    }
    return parsed;
  }

  /** What the options of a request mean: a set, empty where there are none. */
  public static Set<String> distinct(List<String> options) {
    Set<String> wanted = new TreeSet<>();
    if (options != null) {
      options.stream().map(String::valueOf).forEach(wanted::add);
    }
    return wanted;
  }

  /** Whether a plan allows all of these domains and has all of these options. */
  public void checkFits(Set<DomainName> domains, Set<String> options, Plan plan, Faults faults) {
    faults.require("domains", domains.size() <= MAX_DOMAINS, "must name 1 to 50 domains");
    domains.forEach(domain -> checkKind(domain, plan, faults));
    for (String option : options) {
      faults.require(
          "options",
          plan.options().contains(option),
          "the plan '%s' has no option '%s'".formatted(plan.id(), option));
    }
  }

  private void checkKind(DomainName domain, Plan plan, Faults faults) {
    DomainKind kind = DomainKind.of(domain, provider);
    faults.require(
        "domains",
        isWellPlaced(domain) && plan.domainKinds().contains(kind),
        "the plan '%s' does not allow '%s'".formatted(plan.id(), domain));
  }

  /** Below the provider's domain only the first level is given away: deeper ones have an owner. */
  private boolean isWellPlaced(DomainName domain) {
    return !domain.equals(provider)
        && (!domain.isBelow(provider) || labels(domain) == labels(provider) + 1);
  }

  private static long labels(DomainName domain) {
    return domain.value().chars().filter(c -> c == '.').count() + 1;
  }
}
