package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sekisho.launcher.Credentials;
import org.sekisho.launcher.Http;

/** A directory at the stand-in for Microsoft Graph, set up as its owner would. */
record Graph(String directoryId) {

  /** A directory that admits the provider's application and has two emergency administrators. */
  static Graph of(String... domains) {
    Graph graph = new Graph(UUID.randomUUID().toString());
    for (String domain : domains) {
      graph.verify(domain, true);
    }
    graph.admit(Credentials.GRAPH_CLIENT_SECRET, true);
    TestTenant.SECRETS.add(Credentials.GRAPH_CLIENT_SECRET);
    String initial = "d" + graph.directoryId.substring(0, 8) + ".onmicrosoft.com";
    graph.verify(initial, true);
    graph.addAdministrator("emergency1@" + initial);
    graph.addAdministrator("emergency2@" + initial);
    return graph;
  }

  void verify(String domain, boolean verified) {
    put("/directories/" + directoryId + "/domains/" + domain, Map.of("isVerified", verified));
  }

  void admit(String secret, boolean permitted) {
    put(
        "/directories/" + directoryId + "/applications/" + Credentials.GRAPH_CLIENT_ID,
        Map.of("secret", secret, "permitted", permitted));
  }

  private void addAdministrator(String name) {
    user(name, null);
    put("/global-administrators/" + name, Map.of());
  }

  /** Adds a user; without an immutable ID where it is null. */
  static void user(String name, String immutableId) {
    Map<String, Object> user = new HashMap<>();
    user.put("accountEnabled", true);
    user.put("displayName", "検査");
    user.put("mailNickname", name.substring(0, name.indexOf('@')));
    user.put("userPrincipalName", name);
    user.put("passwordProfile", Map.of("password", Credentials.USER_PASSWORD));
    if (immutableId != null) {
      user.put("onPremisesImmutableId", immutableId);
    }
    Http.send("POST", Microsoft.URL + "/v1.0/users", user, null).orFail("Adding " + name);
  }

  /** How a domain is federated; null where it is not. */
  static JsonNode federation(String domain) {
    return Http.send("GET", federations(domain), null, null).body().path("value").get(0);
  }

  /** What somebody else changes at Microsoft. */
  static void change(String domain, Map<String, ?> change) {
    String id = federation(domain).get("id").asText();
    Http.send("PATCH", federations(domain) + "/" + id, change, null).orFail("Changing");
  }

  /** What takes effect late, as if an earlier call had done it. */
  static void federate(String domain, String issuer, String certificate) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("@odata.type", "#microsoft.graph.internalDomainFederation");
    settings.put("issuerUri", issuer);
    settings.put("passiveSignInUri", issuer);
    settings.put("signOutUri", issuer);
    settings.put("preferredAuthenticationProtocol", "saml");
    settings.put("signingCertificate", certificate);
    settings.put("federatedIdpMfaBehavior", "enforceMfaByFederatedIdp");
    Http.send("POST", federations(domain), settings, null).orFail("Federating late");
  }

  /** How many calls of a method, a space and a domain were answered since the last clearing. */
  static long served(String call) {
    return Http.send("GET", Microsoft.URL + "/graph-faults", null, null)
        .body()
        .path("served")
        .path(call)
        .asLong();
  }

  private static String federations(String domain) {
    return Microsoft.URL + "/v1.0/domains/" + domain + "/federationConfiguration";
  }

  static void fail(Map<String, ?> fault) {
    Http.send("POST", Microsoft.URL + "/graph-faults", fault, null).orFail("A fault");
  }

  /** The next call of a method that is about no domain has no answer until it is let go. */
  static void hold(String method) {
    fail(Map.of("method", method, "held", true));
  }

  static void letGo() {
    Http.send("DELETE", Microsoft.URL + "/graph-faults/held", null, null).orFail("Letting go");
  }

  static void failNoMore() {
    Http.send("DELETE", Microsoft.URL + "/graph-faults", null, null).orFail("No faults");
  }

  static void limitPages(int size) {
    put("/graph-pages", Map.of("size", size));
  }

  private static void put(String path, Map<String, ?> body) {
    Http.send("PUT", Microsoft.URL + path, body, null).orFail(path);
  }
}
