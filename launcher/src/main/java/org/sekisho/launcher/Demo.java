package org.sekisho.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The demo's tenants, opened through the operators' API. What the server tells only once, the
 * secrets of the applications among it, is kept beside the data for the next start.
 */
final class Demo {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Operator operator;
  private final Federation federation;
  private final Path state;
  private final DevicePki pki;

  Demo(Ports ports, Layout layout) {
    this.operator = new Operator(ports.serverUrl());
    this.federation = new Federation(ports);
    this.state = layout.demoState();
    this.pki = DevicePki.in(layout.devicePki());
  }

  void prepare() throws IOException {
    if (!Files.exists(state)) {
      open();
    }
    introduceToStandIns(JSON.readTree(state.toFile()));
  }

  private void open() throws IOException {
    ArrayNode opened = JSON.createArrayNode();
    for (JsonNode tenant : tenants()) {
      Http.Answer answer = operator.openTenant(asMap(tenant.get("tenant")));
      if (answer.status() == 409) {
        throw new LaunchException(
            "The demo's data is there only in part. Throw it away with: ./sekisho reset");
      }
      ObjectNode entry = opened.addObject();
      entry.set("tenant", answer.orFail("Opening a tenant").body());
      supportUsers(entry.get("tenant"));
      prepareDevices(entry.get("tenant"));
      ArrayNode users = entry.putArray("users");
      for (JsonNode user : tenant.get("users")) {
        ObjectNode added = users.addObject();
        added.put("displayName", user.get("lastName").asText() + user.get("firstName").asText());
        added.set("user", addUser(tenant, user));
      }
    }
    Files.writeString(state, JSON.writeValueAsString(opened));
  }

  /** As an operator must, where the tenant has a console of its own. */
  private void supportUsers(JsonNode tenant) {
    if (tenant.get("plan").asText().startsWith("individual")) {
      operator.supportUsers(tenant.get("id").asText(), "デモの準備").orFail("A support session");
    }
  }

  private void prepareDevices(JsonNode tenant) {
    for (JsonNode option : tenant.path("options")) {
      if (option.asText().equals("device-certificate")) {
        operator.prepareDevices(tenant.get("id").asText(), pki);
      }
    }
  }

  private JsonNode addUser(JsonNode tenant, JsonNode user) {
    ObjectNode complete = user.deepCopy();
    complete.put("password", Credentials.USER_PASSWORD);
    complete.put("passwordTemporary", false);
    return operator
        .addUser(tenant.get("tenant").get("id").asText(), asMap(complete))
        .orFail("Adding a user")
        .body();
  }

  private void introduceToStandIns(JsonNode opened) {
    List<Map<String, String>> mailDomains = new ArrayList<>();
    for (JsonNode entry : opened) {
      String tenant = entry.get("tenant").get("id").asText();
      for (JsonNode domain : entry.get("tenant").get("domains")) {
        federation.federate(tenant, domain.asText(), "enforceMfaByFederatedIdp");
        mailDomains.add(
            federation.mailGatewayEntry(tenant, domain.asText(), mailGatewaySecret(entry)));
      }
      for (JsonNode user : entry.get("users")) {
        federation.provision(
            user.get("user").get("userId").asText(),
            user.get("displayName").asText(),
            user.get("user").get("immutableId").asText());
      }
    }
    federation.registerAtMailGateway(mailDomains);
  }

  private static String mailGatewaySecret(JsonNode entry) {
    for (JsonNode application : entry.get("tenant").get("applications")) {
      if (application.get("application").asText().equals("mail-gateway")) {
        return application.get("secret").asText();
      }
    }
    throw new LaunchException("A demo tenant has no mail gateway.");
  }

  private static JsonNode tenants() throws IOException {
    try (InputStream file = Demo.class.getResourceAsStream("demo-tenants.json")) {
      return JSON.readTree(file);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(JsonNode node) {
    return JSON.convertValue(node, Map.class);
  }
}
