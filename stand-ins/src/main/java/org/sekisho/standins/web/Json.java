package org.sekisho.standins.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON in and out of the stand-ins. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text as a JSON value, or nothing if it is none. */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The text as a JSON object, or nothing if it is none. */
  public static Optional<ObjectNode> parseObject(String text) {
    return parse(text).filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  /**
   * The body as a JSON object.
   *
   * @throws RefusedRequest with 400 if it is anything else
   */
  public static ObjectNode object(Request request) {
    return parseObject(request.bodyText())
        .orElseThrow(() -> new RefusedRequest(400, "The body must be a JSON object."));
  }

  /** The non-empty text at this name, if there is one. */
  public static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null || !value.isTextual() || value.textValue().isEmpty()
        ? Optional.empty()
        : Optional.of(value.textValue());
  }

  public static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }
}
