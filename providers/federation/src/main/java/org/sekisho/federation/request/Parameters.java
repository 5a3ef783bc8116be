package org.sekisho.federation.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters of a request that two readers could read in two ways: each may come once only, in one
 * place, under its very name. Other readers decode names, take them in any case, or part them at a
 * semicolon too; what is verified would then be another message than what is used. Pure.
 */
public final class Parameters {

  private static final String ENCODING = "SAMLEncoding";
  private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
  private static final Set<String> MESSAGES = Set.of("SAMLRequest", "SAMLResponse", "SAMLart");
  private static final Set<String> SAML =
      Set.of(
          "SAMLRequest", "SAMLResponse", "SAMLart", "RelayState", "SigAlg", "Signature", ENCODING);

  private Parameters() {}

  /**
   * Whether a message of the redirect binding can be read in one way only.
   *
   * @param query parameters as they were sent, names and values not decoded
   */
  public static boolean areUnambiguousInQuery(Map<String, List<String>> query) {
    return areLiteral(query) && areSingle(decoded(query));
  }

  /**
   * Whether a message of the post binding can be read in one way only.
   *
   * @param form parameters of the form, decoded
   * @param query parameters of the address, not decoded; none of SAML may be among them
   */
  public static boolean areUnambiguousInForm(
      Map<String, List<String>> form, Map<String, List<String>> query) {
    return form.keySet().stream().allMatch(name -> SAML.contains(name) || !isSaml(name))
        && areLiteral(query)
        && SAML.stream().noneMatch(query::containsKey)
        && areSingle(form);
  }

  /**
   * The first value of a parameter as the signature covers it.
   *
   * @param query parameters as they were sent
   * @return decoded; null where it is not there or cannot be decoded
   */
  public static String first(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0) == null ? null : decode(values.get(0));
  }

  private static boolean areSingle(Map<String, List<String>> parameters) {
    boolean once = SAML.stream().allMatch(name -> count(parameters, name) <= 1);
    int messages = MESSAGES.stream().mapToInt(name -> count(parameters, name)).sum();
    List<String> encoding = parameters.getOrDefault(ENCODING, List.of(DEFLATE));
    return once && messages <= 1 && encoding.equals(List.of(DEFLATE));
  }

  private static boolean areLiteral(Map<String, List<String>> query) {
    return query.entrySet().stream().allMatch(entry -> isLiteral(entry.getKey(), entry.getValue()));
  }

  private static boolean isLiteral(String name, List<String> values) {
    boolean hidden = values.stream().anyMatch(value -> value != null && hidesSaml(value));
    if (SAML.contains(name)) {
      return !hidden;
    }
    for (String part : name.split(";", -1)) {
      if (isSaml(decode(part))) {
        return false;
      }
    }
    return !hidden;
  }

  /** Whether a value, parted at semicolons, has a parameter of SAML behind one. */
  private static boolean hidesSaml(String value) {
    String[] parts = value.split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      if (isSaml(decode(parts[i].split("=", 2)[0]))) {
        return true;
      }
    }
    return false;
  }

  /** A name that cannot be decoded may be anything. */
  private static boolean isSaml(String name) {
    return name == null || SAML.stream().anyMatch(name.strip()::equalsIgnoreCase);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static Map<String, List<String>> decoded(Map<String, List<String>> query) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    query.forEach(
        (name, values) -> {
          List<String> texts = new ArrayList<>();
          values.forEach(value -> texts.add(value == null ? null : decode(value)));
          decoded.put(name, texts);
        });
    return decoded;
  }

  private static int count(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).size();
  }
}
