package org.sekisho.federation.microsoft365;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Graph's resources {@code internalDomainFederation}, {@code domain} and {@code user}. */
final class GraphJson {

  private static final String TYPE = "#microsoft.graph.internalDomainFederation";
  private static final String DISPLAY_NAME = "Sekisho";

  private GraphJson() {}

  static FederationSettings settings(JsonNode json) {
    return new FederationSettings(
        text(json, "id"),
        text(json, "issuerUri"),
        text(json, "passiveSignInUri"),
        text(json, "signOutUri"),
        text(json, "preferredAuthenticationProtocol"),
        certificate(json, "signingCertificate"),
        certificate(json, "nextSigningCertificate"),
        text(json, "federatedIdpMfaBehavior"));
  }

  /** All of it; a next certificate only where there is one. */
  static Map<String, Object> creation(FederationSettings settings) {
    Map<String, Object> json = change(settings);
    json.put("displayName", DISPLAY_NAME);
    json.values().removeIf(value -> value == null);
    return json;
  }

  /** A next certificate that is none is sent as null: so the old one is forgotten. */
  static Map<String, Object> change(FederationSettings settings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@odata.type", TYPE);
    json.put("issuerUri", settings.issuerUri());
    json.put("passiveSignInUri", settings.signInUri());
    json.put("signOutUri", settings.signOutUri());
    json.put("preferredAuthenticationProtocol", settings.protocol());
    json.put("signingCertificate", settings.signingCertificate());
    json.put("nextSigningCertificate", settings.nextSigningCertificate());
    json.put("federatedIdpMfaBehavior", settings.mfaBehavior());
    return json;
  }

  static DirectoryDomain domain(JsonNode json) {
    return new DirectoryDomain(
        json.path("id").asText(),
        json.path("isVerified").asBoolean(),
        json.path("authenticationType").asText().equals("Federated"));
  }

  static DirectoryUser user(JsonNode json) {
    return new DirectoryUser(
        json.path("userPrincipalName").asText(),
        text(json, "onPremisesImmutableId"),
        json.path("accountEnabled").asBoolean());
  }

  private static String certificate(JsonNode json, String name) {
    String text = text(json, name);
    return text == null ? null : text.replaceAll("\\s", "");
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }
}
