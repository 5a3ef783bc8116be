package org.sekisho.standins.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names and values of a query or of a form, decoded. */
public final class Parameters {
  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Reads {@code a=1&b=2}; null and empty hold nothing. */
  static Parameters parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (encoded != null && !encoded.isEmpty()) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return new Parameters(values);
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(400, "The parameters are not encoded properly.");
    }
  }

  /**
   * The value of this name.
   *
   * @throws RefusedRequest with 400 if it was given more than once: two readers could take two
   *     different ones
   */
  public Optional<String> get(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw new RefusedRequest(400, "The parameter " + name + " was given more than once.");
    }
    return all.stream().findFirst();
  }

  /** As {@link #get}, with an empty value taken as none. */
  public Optional<String> filled(String name) {
    return get(name).filter(value -> !value.isEmpty());
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }
}
