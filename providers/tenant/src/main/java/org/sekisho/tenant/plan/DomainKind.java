package org.sekisho.tenant.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.sekisho.core.DomainName;

/**
 * Who chose a domain: the provider gives numbers or a requested name, or the tenant brings its own.
 */
public enum DomainKind {
  @JsonProperty("provider-number")
  PROVIDER_NUMBER,
  @JsonProperty("provider-name")
  PROVIDER_NAME,
  @JsonProperty("own")
  OWN;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{8}");

  public static DomainKind of(DomainName domain, DomainName provider) {
    if (!domain.isBelow(provider) && !domain.equals(provider)) {
      return OWN;
    }
    String label = domain.value().split("\\.", 2)[0];
    return NUMBER.matcher(label).matches() ? PROVIDER_NUMBER : PROVIDER_NAME;
  }
}
