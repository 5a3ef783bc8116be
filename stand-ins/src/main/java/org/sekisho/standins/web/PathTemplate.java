package org.sekisho.standins.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path such as {@code /users/{id}}, matched segment by segment. */
record PathTemplate(List<String> segments) {

  static PathTemplate of(String path) {
    return new PathTemplate(split(path));
  }

  /** The values of the names in braces, or nothing if the path is another one. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> given = split(rawPath);
    if (given.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      if (!matches(segments.get(i), given.get(i), values)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static boolean matches(String template, String rawSegment, Map<String, String> values) {
    int open = template.indexOf('{');
    if (open < 0) {
      return template.equals(rawSegment);
    }
    String suffix = template.substring(template.indexOf('}') + 1);
    if (open != 0 || !rawSegment.endsWith(suffix) || rawSegment.length() == suffix.length()) {
      return false;
    }
    String raw = rawSegment.substring(0, rawSegment.length() - suffix.length());
    values.put(template.substring(1, template.indexOf('}')), decode(raw));
    return true;
  }

  /** In a path, unlike in a query, a plus sign is a plus sign. */
  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(400, "The address is not encoded properly.");
    }
  }

  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
  }
}
