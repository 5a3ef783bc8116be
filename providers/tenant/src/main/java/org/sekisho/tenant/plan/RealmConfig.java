package org.sekisho.tenant.plan;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plans, the realm template and the application catalogue from {@code realm-config}. */
public final class RealmConfig {

  private static final String ROOT = "/org/sekisho/realmconfig/";
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  private final List<Plan> plans;

  public RealmConfig() {
    this.plans = List.of(convert(read("plans.json").get("plans"), Plan[].class));
  }

  public Optional<Plan> plan(String id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
  }

  public List<String> planIds() {
    return plans.stream().map(Plan::id).toList();
  }

  public <T> T realmTemplate(Map<String, String> values, Class<T> type) {
    return convert(filled(read("realm-template.json"), values), type);
  }

  public <T> T application(String id, Map<String, String> values, Class<T> type) {
    return convert(filled(read("applications/" + id + ".json"), values), type);
  }

  private static JsonNode read(String name) {
    try (InputStream file = RealmConfig.class.getResourceAsStream(ROOT + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no such realm configuration: " + name);
      }
      return JSON.readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static <T> T convert(JsonNode node, Class<T> type) {
    return JSON.convertValue(node, type);
  }

  /** Fills placeholders in the parsed tree, so that no value can break out of its string. */
  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    if (node.isTextual()) {
      return new TextNode(filled(node.textValue(), values));
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(filled(entry.getValue(), values)));
    } else if (node.isArray()) {
      ArrayNode array = (ArrayNode) node;
      for (int i = 0; i < array.size(); i++) {
        array.set(i, filled(array.get(i), values));
      }
    }
    return node;
  }

  /** In one pass: a value that looks like a placeholder stays what it is. */
  private static String filled(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
  }
}
