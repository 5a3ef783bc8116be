package org.sekisho.loginpolicy.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.core.Factor;

/** How factors are called in settings and answers, for instance {@code recovery-code}. */
public final class FactorName {

  private FactorName() {}

  public static String of(Factor factor) {
    return factor.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Factor> parse(String name) {
    return Arrays.stream(Factor.values()).filter(factor -> of(factor).equals(name)).findFirst();
  }
}
