package org.sekisho.passwordpolicy;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Decides which rules a password breaks. Pure: no Keycloak, no clock.
 *
 * @param minLength least number of characters, 10 to 64 (the floor is the provider's baseline)
 */
record PasswordRules(int minLength) {

  static final int FLOOR = 10;
  static final int MAX_MIN_LENGTH = 64;

  /** Longer ones cost hashing time without making anybody safer. */
  static final int MAX_LENGTH = 128;

  /** Parts of a name or an ID that are shorter appear in good passwords by chance. */
  private static final int MIN_OWN_NAME = 4;

  PasswordRules {
    if (minLength < FLOOR || minLength > MAX_MIN_LENGTH) {
      throw new IllegalArgumentException("minimum length out of range: " + minLength);
    }
  }

  /**
   * Tells which rules a password breaks; none where it is good.
   *
   * @param ownNames user ID, mail address and names of the user, in any form
   */
  Set<PasswordRule> broken(String password, Collection<String> ownNames) {
    Set<PasswordRule> broken = EnumSet.noneOf(PasswordRule.class);
    int length = password.codePointCount(0, password.length());
    if (length > MAX_LENGTH) {
      // Nothing else is worth the time: a stranger could send a hundred thousand characters.
      return EnumSet.of(PasswordRule.TOO_LONG);
    }
    addIf(broken, length < minLength, PasswordRule.TOO_SHORT);
    addIf(broken, !any(password, c -> c >= 'A' && c <= 'Z'), PasswordRule.NO_UPPER_CASE);
    addIf(broken, !any(password, c -> c >= 'a' && c <= 'z'), PasswordRule.NO_LOWER_CASE);
    addIf(broken, !any(password, c -> c >= '0' && c <= '9'), PasswordRule.NO_DIGIT);
    addIf(broken, !any(password, PasswordRules::isSymbol), PasswordRule.NO_SYMBOL);
    addIf(broken, any(password, c -> c < ' ' || c > '~'), PasswordRule.FORBIDDEN_CHARACTER);
    addIf(broken, containsOwnName(password, ownNames), PasswordRule.CONTAINS_OWN_NAME);
    addIf(broken, CommonPasswords.contains(password), PasswordRule.COMMON);
    return broken;
  }

  private static boolean isSymbol(int c) {
    return c > ' ' && c <= '~' && !Character.isLetterOrDigit(c);
  }

  private static boolean any(String password, IntPredicate predicate) {
    return password.codePoints().anyMatch(predicate);
  }

  private static boolean containsOwnName(String password, Collection<String> ownNames) {
    String lower = password.toLowerCase(Locale.ROOT);
    return ownNames.stream()
        .filter(name -> name != null)
        .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[@\\s]+", -1)))
        .filter(part -> part.length() >= MIN_OWN_NAME)
        .anyMatch(lower::contains);
  }

  private static void addIf(Set<PasswordRule> broken, boolean condition, PasswordRule rule) {
    if (condition) {
      broken.add(rule);
    }
  }
}
