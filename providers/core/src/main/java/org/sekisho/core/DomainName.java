package org.sekisho.core;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DNS domain in canonical form: lower case, ASCII (internationalised names as their A-labels), at
 * least two labels, at most 253 characters (RFC 1035 §2.3.4).
 */
public record DomainName(String value) {

  private static final int MAX_LENGTH = 253;
  private static final Pattern LDH_LABELS =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  public DomainName {
    if (!isCanonical(value)) {
      throw new IllegalArgumentException("not a canonical domain name");
    }
  }

  /** Empty where the text is no domain name. */
  public static Optional<DomainName> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String canonical = text.trim().toLowerCase(Locale.ROOT);
    return isCanonical(canonical) ? Optional.of(new DomainName(canonical)) : Optional.empty();
  }

  private static boolean isCanonical(String text) {
    return text.length() <= MAX_LENGTH && LDH_LABELS.matcher(text).matches();
  }

  /** True for {@code x.parent} and deeper, false for the parent itself. */
  public boolean isBelow(DomainName parent) {
    return value.endsWith("." + parent.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
