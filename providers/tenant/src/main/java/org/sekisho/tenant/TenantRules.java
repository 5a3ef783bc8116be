package org.sekisho.tenant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sekisho.core.DomainName;

/**
 * Checks a wish to open a tenant. Pure; it names everything that is wrong, not only the first.
 *
 * @param config the plans
 * @param provider the domain below which the provider gives subdomains
 */
record TenantRules(RealmConfig config, DomainName provider) {

  /** Realm names stand in addresses, and {@code master} is Keycloak's. */
  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,34}[a-z0-9])?");

  private static final int MAX_DISPLAY_NAME = 100;
  private static final int MAX_DOMAINS = 50;

  /** A checked tenant, or what is wrong with the wish; one of them is empty. */
  record Checked(Optional<NewTenant> tenant, List<Fault> faults) {}

  /** A member of the request and what is wrong with it. */
  record Fault(String member, String detail) {}

  Checked check(OpenTenantRequest request) {
    List<Fault> faults = new ArrayList<>();
    checkId(request.id(), faults);
    checkDisplayName(request.displayName(), faults);
    Optional<Plan> plan = config.plan(request.plan());
    if (plan.isEmpty()) {
      faults.add(new Fault("plan", "must be one of " + String.join(", ", config.planIds())));
    }
    Set<DomainName> domains = checkDomains(request.domains(), plan, faults);
    Set<String> options = checkOptions(request.options(), plan, faults);
    return faults.isEmpty()
        ? new Checked(
            Optional.of(
                new NewTenant(
                    request.id(),
                    request.displayName().trim(),
                    plan.orElseThrow(),
                    domains,
                    options)),
            faults)
        : new Checked(Optional.empty(), faults);
  }

  private static void checkId(String id, List<Fault> faults) {
    if (id == null || !ID.matcher(id).matches() || id.equals("master")) {
      faults.add(new Fault("id", "must be 1 to 36 of a-z, 0-9 and inner hyphens, not 'master'"));
    }
  }

  private static void checkDisplayName(String name, List<Fault> faults) {
    boolean usable = name != null && !name.isBlank() && name.length() <= MAX_DISPLAY_NAME;
    if (!usable || name.chars().anyMatch(c -> Character.isISOControl(c) || c == '<' || c == '>')) {
      faults.add(new Fault("displayName", "must be 1 to 100 characters without < and >"));
    }
  }

  private Set<DomainName> checkDomains(
      List<String> domains, Optional<Plan> plan, List<Fault> faults) {
    Set<DomainName> checked = new LinkedHashSet<>();
    if (domains == null || domains.isEmpty() || domains.size() > MAX_DOMAINS) {
      faults.add(new Fault("domains", "must name 1 to 50 domains"));
      return checked;
    }
    for (String text : domains) {
      Optional<DomainName> domain = DomainName.parse(text);
      if (domain.isEmpty()) {
        faults.add(new Fault("domains", "'" + text + "' is no domain name"));
      } else {
        checked.add(domain.get());
        plan.ifPresent(known -> checkKind(domain.get(), known, faults));
      }
    }
    return checked;
  }

  private void checkKind(DomainName domain, Plan plan, List<Fault> faults) {
    DomainKind kind = DomainKind.of(domain, provider);
    if (!isWellPlaced(domain) || !plan.domainKinds().contains(kind)) {
      faults.add(
          new Fault("domains", "the plan '%s' does not allow '%s'".formatted(plan.id(), domain)));
    }
  }

  /** Below the provider's domain only the first level is given away: deeper ones have an owner. */
  private boolean isWellPlaced(DomainName domain) {
    return !domain.equals(provider)
        && (!domain.isBelow(provider) || labels(domain) == labels(provider) + 1);
  }

  private static long labels(DomainName domain) {
    return domain.value().chars().filter(c -> c == '.').count() + 1;
  }

  private static Set<String> checkOptions(
      List<String> options, Optional<Plan> plan, List<Fault> faults) {
    Set<String> wanted = new TreeSet<>();
    if (options != null) {
      options.stream().map(String::valueOf).forEach(wanted::add);
    }
    for (String option : wanted) {
      if (plan.isPresent() && !plan.get().options().contains(option)) {
        faults.add(
            new Fault(
                "options", "the plan '%s' has no option '%s'".formatted(plan.get().id(), option)));
      }
    }
    return wanted;
  }
}
