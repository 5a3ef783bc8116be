package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One tenant as the OpenID Connect identity provider of another, for tests only. */
final class Brokering {

  private static final String ALIAS = "source";

  private final TestTenant into;

  private Brokering(TestTenant into) {
    this.into = into;
  }

  /** Whoever signs in at the source is {@code brokered@} the domain of the other one. */
  static Brokering into(TestTenant into, TestTenant source) {
    return into(into, source, into.domain);
  }

  /** The same with IDs in a domain that the source asserts. */
  static Brokering into(TestTenant into, TestTenant source, String domain) {
    String client = "broker-of-" + into.id;
    source
        .admin(
            "POST",
            "/clients",
            Map.of(
                "clientId",
                client,
                "secret",
                TestTenant.PASSWORD,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(into.url() + "/broker/" + ALIAS + "/endpoint")))
        .orFail("The client at the source");
    into.admin("POST", "/identity-provider/instances", provider(source, client))
        .orFail("The identity provider");
    into.admin("POST", "/identity-provider/instances/" + ALIAS + "/mappers", mapper(domain))
        .orFail("The mapper of the user ID");
    redirectOnHint(into);
    return new Brokering(into);
  }

  private static Map<String, Object> provider(TestTenant source, String client) {
    String endpoints = source.url() + "/protocol/openid-connect/";
    return Map.of(
        "alias",
        ALIAS,
        "providerId",
        "oidc",
        "enabled",
        true,
        "config",
        Map.of(
            "clientId",
            client,
            "clientSecret",
            TestTenant.PASSWORD,
            "clientAuthMethod",
            "client_secret_post",
            "authorizationUrl",
            endpoints + "auth",
            "tokenUrl",
            endpoints + "token",
            "jwksUrl",
            endpoints + "certs",
            "useJwksUrl",
            "true",
            "validateSignature",
            "true",
            "issuer",
            source.url(),
            "defaultScope",
            "openid"));
  }

  private static Map<String, Object> mapper(String domain) {
    return Map.of(
        "name",
        "user ID",
        "identityProviderAlias",
        ALIAS,
        "identityProviderMapper",
        "oidc-username-idp-mapper",
        "config",
        Map.of("template", "brokered@" + domain, "target", "LOCAL", "syncMode", "INHERIT"));
  }

  private static void redirectOnHint(TestTenant tenant) {
    String executions = "/authentication/flows/sekisho%20browser/executions";
    String redirector = "identity-provider-redirector";
    tenant
        .admin("POST", executions + "/execution", Map.of("provider", redirector))
        .orFail("The redirector");
    for (JsonNode execution : tenant.admin("GET", executions, null).body()) {
      if (execution.path("providerId").asText().equals(redirector)) {
        ObjectNode changed = execution.deepCopy();
        changed.put("requirement", "ALTERNATIVE").put("priority", 15);
        tenant.admin("PUT", executions, changed).orFail("The redirector's place");
      }
    }
  }

  /** Everybody is sent to the source, also whoever comes from a SAML application. */
  Brokering always() {
    String flow = "/authentication/flows/sekisho%20browser/executions";
    for (JsonNode execution : into.admin("GET", flow, null).body()) {
      if (execution.path("providerId").asText().equals("identity-provider-redirector")) {
        into.admin(
                "POST",
                "/authentication/executions/" + execution.get("id").asText() + "/config",
                Map.of("alias", "always", "config", Map.of("defaultProvider", ALIAS)))
            .orFail("The redirector's default");
      }
    }
    return this;
  }

  /** Signs in at the source for the first time and comes back. */
  HttpBrowser signIn(TestUser user) {
    String request =
        into.url()
            + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=main-menu"
            + Pkce.PARAMETERS
            + "&kc_idp_hint="
            + ALIAS
            + "&redirect_uri="
            + URLEncoder.encode(into.menuUrl(), StandardCharsets.UTF_8);
    return SignIn.firstTime(new HttpBrowser().inLanguage("ja").open(request), user);
  }
}
