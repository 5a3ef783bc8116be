package org.sekisho.passwordpolicy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that guessers try first. Four kinds of characters in ten places do not stop anybody
 * from choosing {@code P@ssw0rd2026!}, so a password is stripped to its core before it is looked
 * up: lower case, the usual replacements undone ({@code @} for a, {@code 0} for o), and all else
 * dropped.
 */
final class CommonPasswords {

  private static final Map<Character, Character> REPLACED =
      Map.of(
          '@', 'a', '4', 'a', '0', 'o', '1', 'i', '!', 'i', '3', 'e', '$', 's', '5', 's', '7', 't');

  private static final Set<String> CORES = load();

  private CommonPasswords() {}

  static boolean contains(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    return CORES.contains(lettersOf(lower)) || CORES.contains(lettersOf(undoReplacements(lower)));
  }

  /** Only replacements between letters count; the digits at both ends are decoration. */
  private static String undoReplacements(String password) {
    return trimmed(password)
        .chars()
        .mapToObj(c -> String.valueOf(REPLACED.getOrDefault((char) c, (char) c)))
        .collect(Collectors.joining());
  }

  /** By index, not by a regular expression: that would take quadratic time for long input. */
  private static String trimmed(String password) {
    int begin = 0;
    int end = password.length();
    while (begin < end
        && !isLetter(password.charAt(begin))
        && "@$".indexOf(password.charAt(begin)) < 0) {
      begin++;
    }
    while (end > begin && !isLetter(password.charAt(end - 1))) {
      end--;
    }
    return password.substring(begin, end);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static String lettersOf(String password) {
    return password.replaceAll("[^a-z]", "");
  }

  private static Set<String> load() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .map(String::trim)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
