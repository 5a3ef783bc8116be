package org.sekisho.tenant.operator;

import java.util.Locale;
import java.util.Optional;
import org.sekisho.core.DomainName;
import org.sekisho.core.Faults;
import org.sekisho.tenant.register.TenantQuery;
import org.sekisho.tenant.register.TenantState;

/** Reads the parameters of a list. */
final class TenantQueries {

  private TenantQueries() {}

  static TenantQuery parse(String name, String domain, String state, String after, String max) {
    Faults faults = new Faults();
    Optional<DomainName> wanted = DomainName.parse(domain == null ? "" : domain);
    faults.require("domain", domain == null || wanted.isPresent(), "is no domain name");
    TenantState parsed = state(state, faults);
    int page = number("max", max, 1, TenantQuery.LARGEST_PAGE, faults);
    faults.refuse("query-invalid", "Nothing listed");
    return new TenantQuery(
        name == null || name.isBlank() ? null : name.trim(),
        wanted.map(DomainName::value).orElse(null),
        parsed,
        after,
        page);
  }

  static int number(String member, String text, int least, int most, Faults faults) {
    int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    faults.require(
        member,
        value >= least && value <= most,
        "must be a number from %d to %d".formatted(least, most));
    return value;
  }

  private static TenantState state(String text, Faults faults) {
    if (text == null) {
      return null;
    }
    for (TenantState state : TenantState.values()) {
      if (state.value().equals(text.toLowerCase(Locale.ROOT))) {
        return state;
      }
    }
    faults.add("state", "must be open, suspended or closing");
    return null;
  }
}
