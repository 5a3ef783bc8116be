package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sekisho.launcher.Http;

/** The description of the operators' API, as the server tells it, and answers held against it. */
final class OpenApi {

  /**
   * An operation of the document.
   *
   * @param access who may call, see {@code info} of the document
   * @param probeStatus what who may call gets for an empty object and unknown names
   */
  record Operation(
      String method, String path, String access, int probeStatus, boolean hasBody, JsonNode node) {

    /** Whether its body is a file and no JSON. */
    boolean takesFile() {
      return node.at("/requestBody/content").has("text/csv");
    }

    String label() {
      return method + " " + path;
    }
  }

  private final JsonNode document;

  OpenApi(JsonNode document) {
    this.document = document;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        member -> {
                          if (!member.getKey().equals("parameters")) {
                            operations.add(
                                operation(member.getKey(), path.getKey(), member.getValue()));
                          }
                        }));
    return operations;
  }

  private static Operation operation(String method, String path, JsonNode node) {
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        node.get("x-access").asText(),
        node.path("x-probe-status").asInt(),
        node.has("requestBody"),
        node);
  }

  Operation operation(String operationId) {
    return operations().stream()
        .filter(operation -> operation.node().get("operationId").asText().equals(operationId))
        .findFirst()
        .orElseThrow();
  }

  /** What one operation has answered. */
  void check(String operationId, From.Reply reply) {
    check(operation(operationId), new Http.Answer(reply.status(), reply.body()));
  }

  /** The status must be described, and the body must be as described. */
  void check(Operation operation, Http.Answer answer) {
    String label = operation.label() + " -> " + answer.status();
    JsonNode response = operation.node().get("responses").get(String.valueOf(answer.status()));
    assertThat(response).as(label + " is described").isNotNull();
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      assertThat(answer.body() == null || answer.body().isMissingNode() || answer.status() == 401)
          .as(label + " has no body")
          .isTrue();
      return;
    }
    boolean ofKeycloak = answer.status() == 403 && !answer.body().has("type");
    if (!ofKeycloak) {
      JsonNode schema = content.elements().next().get("schema");
      assertThat(faults(schema, answer.body())).as(label + " " + answer.body()).isEmpty();
    }
  }

  private Set<ValidationMessage> faults(JsonNode schema, JsonNode body) {
    ObjectNode whole = document.deepCopy();
    whole.setAll((ObjectNode) schema.deepCopy());
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("urn:sekisho:openapi"), whole);
    compiled.initializeValidators();
    return compiled.validate(body);
  }
}
