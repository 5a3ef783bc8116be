package org.sekisho.federation.application;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A choice of a setting by the word that the API uses for it. */
interface Word {

  String word();

  static <E extends Enum<E> & Word> Optional<E> parse(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> choice.word().equals(word))
        .findFirst();
  }

  /** All words of a setting, for messages. */
  static <E extends Enum<E> & Word> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
  }
}
