package org.sekisho.standins.mailgateway;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters to send, in the order in which they were added. */
final class FormEncoding {
  private final Map<String, String> parameters = new LinkedHashMap<>();

  FormEncoding add(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  FormEncoding add(String name, Optional<String> value) {
    value.ifPresent(present -> parameters.put(name, present));
    return this;
  }

  String encoded() {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The address with the parameters added to its query. */
  String addedTo(URI address) {
    return address + (address.getRawQuery() == null ? "?" : "&") + encoded();
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
