package org.sekisho.it;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Words that are looked for in long texts: each with no letter or digit before or after it. The
 * time does not grow with the number of words, as it would with one regular expression of all.
 */
final class WholeWords {

  /** The shortest word, in characters. */
  static final int LEAST = 6;

  private final Map<String, List<String>> byBeginning;

  WholeWords(Collection<String> words) {
    this.byBeginning = words.stream().collect(groupingBy(word -> word.substring(0, LEAST)));
  }

  boolean areIn(String text) {
    for (int at = 0; at + LEAST <= text.length(); at++) {
      if (isBoundary(text, at - 1) && isAt(text, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(String text, int at) {
    return byBeginning.getOrDefault(text.substring(at, at + LEAST), List.of()).stream()
        .anyMatch(word -> text.startsWith(word, at) && isBoundary(text, at + word.length()));
  }

  private static boolean isBoundary(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char one = text.charAt(at);
    return !(one < 128 && Character.isLetterOrDigit(one));
  }
}
