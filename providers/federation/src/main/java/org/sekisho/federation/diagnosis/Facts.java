package org.sekisho.federation.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts about a request that was refused, for the administrator who is asked about it. Bounded, of
 * one line each, and never a secret: whoever adds a fact names it here. Pure.
 */
final class Facts {

  private static final int LONGEST = 200;
  private static final int MOST = 24;
  private static final int AROUND = 6;

  private final Map<String, String> facts = new LinkedHashMap<>();

  /** Adds what was said; nothing where nothing was. */
  Facts with(String name, String value) {
    if (value != null && !value.isEmpty() && facts.size() < MOST) {
      String line = value.replaceAll("\\p{Cntrl}+", " ");
      facts.put(name, line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
    }
    return this;
  }

  /** Tells that something was said without telling what. */
  Facts present(String name, String value) {
    return with(name, value == null || value.isEmpty() ? null : "present");
  }

  /**
   * The facts, in order, for which there is room.
   *
   * @param characters of names, values and what JSON has around them
   */
  Map<String, String> within(int characters) {
    Map<String, String> some = new LinkedHashMap<>();
    int left = characters;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      int length = fact.getKey().length() + fact.getValue().length() + AROUND;
      if (length <= left) {
        left -= length;
        some.put(fact.getKey(), fact.getValue());
      }
    }
    return some;
  }

  Map<String, String> asMap() {
    return Map.copyOf(facts);
  }
}
