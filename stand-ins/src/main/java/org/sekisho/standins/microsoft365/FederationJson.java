package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sekisho.standins.web.Json;

/** The internalDomainFederation resource of Microsoft Graph. */
final class FederationJson {
  private static final String TYPE = "#microsoft.graph.internalDomainFederation";

  private FederationJson() {}

  static FederatedDomain read(String id, String domainName, ObjectNode json) {
    if (!Json.text(json, "@odata.type").orElse(TYPE).equals(TYPE)) {
      throw GraphProblem.badRequest("@odata.type must be " + TYPE + ".");
    }
    if (!required(json, "preferredAuthenticationProtocol").equals("saml")) {
      throw GraphProblem.badRequest("This stand-in speaks only saml.");
    }
    return new FederatedDomain(
        id,
        domainName,
        Json.text(json, "displayName"),
        required(json, "issuerUri"),
        required(json, "passiveSignInUri"),
        Json.text(json, "activeSignInUri"),
        Json.text(json, "signOutUri"),
        GraphCertificate.parse("signingCertificate", required(json, "signingCertificate")),
        Json.text(json, "nextSigningCertificate")
            .map(base64 -> GraphCertificate.parse("nextSigningCertificate", base64)),
        mfaBehavior(json));
  }

  private static MfaBehavior mfaBehavior(ObjectNode json) {
    Optional<String> label = Json.text(json, "federatedIdpMfaBehavior");
    return label.isEmpty()
        ? MfaBehavior.ACCEPT
        : MfaBehavior.of(label.get())
            .orElseThrow(() -> GraphProblem.badRequest("federatedIdpMfaBehavior is unknown."));
  }

  private static String required(ObjectNode json, String property) {
    return Json.text(json, property)
        .orElseThrow(() -> GraphProblem.badRequest("The property " + property + " is required."));
  }

  static ObjectNode write(FederatedDomain domain) {
    ObjectNode json = Json.newObject();
    json.put("@odata.type", TYPE);
    json.put("id", domain.id());
    json.put("displayName", domain.displayName().orElse(null));
    json.put("issuerUri", domain.issuerUri());
    json.put("passiveSignInUri", domain.passiveSignInUri());
    json.put("activeSignInUri", domain.activeSignInUri().orElse(null));
    json.put("signOutUri", domain.signOutUri().orElse(null));
    json.put("preferredAuthenticationProtocol", "saml");
    json.put("signingCertificate", GraphCertificate.format(domain.signingCertificate()));
    json.put(
        "nextSigningCertificate",
        domain.nextSigningCertificate().map(GraphCertificate::format).orElse(null));
    json.put("federatedIdpMfaBehavior", domain.mfaBehavior().label());
    return json;
  }
}
