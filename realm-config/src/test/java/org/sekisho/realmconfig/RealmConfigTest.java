package org.sekisho.realmconfig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The checker: data that is wrong fails the build, not the first customer. */
class RealmConfigTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

  @Test
  void thePlansFollowTheirSchema() throws IOException {
    assertThat(schema("plans.schema.json").validate(read("plans.json"))).isEmpty();
  }

  @Test
  void everyPlanHasItsOwnIdAndKnownApplications() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode plan : read("plans.json").get("plans")) {
      assertThat(ids.add(plan.get("id").asText())).isTrue();
      for (JsonNode application : plan.get("applications")) {
        assertThat(read("applications/" + application.asText() + ".json").get("attributes"))
            .isNotNull();
      }
    }
    assertThat(ids).containsExactly("common", "hybrid", "individual", "individual-special");
  }

  @Test
  void theCatalogueFollowsItsSchema() throws IOException {
    assertThat(schema("catalogue.schema.json").validate(read("catalogue.json"))).isEmpty();
  }

  @Test
  void everyTemplateOfTheCatalogueFollowsItsSchema() throws IOException {
    for (JsonNode entry : read("catalogue.json").get("applications")) {
      JsonNode template = read("applications/" + entry.get("template").asText() + ".json");
      assertThat(schema("application.schema.json").validate(template))
          .as(entry.get("id").asText())
          .isEmpty();
      assertThat(template.get("protocol")).isEqualTo(entry.get("protocol"));
      assertThat(template.get("attributes").get("sekisho.application")).isEqualTo(entry.get("id"));
      assertThat(template.get("attributes").get("sekisho.icon")).isEqualTo(entry.get("icon"));
    }
  }

  @Test
  void aWeakTemplateBreaksTheSchema() throws IOException {
    for (String weak :
        new String[] {
          "{\"secret\": \"known\"}",
          "{\"directAccessGrantsEnabled\": true}",
          "{\"fullScopeAllowed\": true}",
          "{\"redirectUris\": [\"https://any.example/*\"]}",
          "{\"optionalClientScopes\": [\"offline_access\"]}"
        }) {
      ObjectNode template = read("applications/openid-connect.json").deepCopy();
      template.setAll((ObjectNode) JSON.readTree(weak));
      assertThat(schema("application.schema.json").validate(template)).as(weak).isNotEmpty();
    }
  }

  @Test
  void noTemplateTakesSomebodyInPastTheSignIn() throws IOException {
    for (String grant :
        List.of(
            "oauth2.device.authorization.grant.enabled",
            "standard.token.exchange.enabled",
            "oidc.ciba.grant.enabled")) {
      ObjectNode template = read("applications/openid-connect.json").deepCopy();
      ((ObjectNode) template.get("attributes")).put(grant, "true");
      assertThat(schema("application.schema.json").validate(template)).as(grant).isNotEmpty();
    }
  }

  @Test
  void everythingThatTheCatalogueAsksForIsExplainedAndNothingElse() throws IOException {
    JsonNode catalogue = read("catalogue.json");
    Set<String> asked = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    for (JsonNode entry : catalogue.get("applications")) {
      assertThat(ids.add(entry.get("id").asText())).isTrue();
      entry.get("asks").forEach(ask -> asked.add(ask.get("member").asText()));
    }
    Set<String> explained = new TreeSet<>();
    catalogue.get("questions").fieldNames().forEachRemaining(explained::add);
    assertThat(asked).isEqualTo(explained);
  }

  @Test
  void plansGrantOnlyWhatTheCatalogueCanAddAndNothingWithoutAConsole() throws IOException {
    Set<String> addable = new TreeSet<>();
    for (JsonNode entry : read("catalogue.json").get("applications")) {
      if (entry.get("addable").asBoolean()) {
        addable.add(entry.get("id").asText());
      }
    }
    for (JsonNode plan : read("plans.json").get("plans")) {
      plan.get("catalogue").forEach(id -> assertThat(addable).contains(id.asText()));
      assertThat(plan.get("catalogue").isEmpty()).isEqualTo(!plan.get("adminConsole").asBoolean());
    }
  }

  @Test
  void metadataIsSignedAndSaysHowLongItMayBeKept() throws IOException {
    JsonNode attributes = read("realm-template.json").get("attributes");
    assertThat(attributes.get("saml.signature.algorithm").asText()).isEqualTo("RSA_SHA256");
    assertThat(attributes.get("saml.descriptor.cache.seconds").asInt()).isEqualTo(86_400);
  }

  @Test
  void theTemplateKeepsTheBaseline() throws IOException {
    JsonNode realm = read("realm-template.json");
    assertThat(realm.get("passwordPolicy").asText()).startsWith("sekishoPassword(");
    assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.get("maxSecondaryAuthFailures").asInt()).isPositive();
    assertThat(realm.get("resetPasswordAllowed").asBoolean()).isFalse();
    assertThat(realm.get("loginWithEmailAllowed").asBoolean()).isFalse();
    assertThat(realm.get("defaultLocale").asText()).isEqualTo("ja");
    assertThat(realm.get("browserSecurityHeaders").get("contentSecurityPolicy").asText())
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void aRefreshTokenCountsOnceAndPublicApplicationsProveTheirKey() throws IOException {
    JsonNode realm = read("realm-template.json");
    assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
    assertThat(realm.get("refreshTokenMaxReuse").asInt()).isZero();
    assertThat(realm.get("clientProfiles").findValuesAsText("executor"))
        .contains("pkce-enforcer", "reject-implicit-grant", "reject-ropc-grant");
    Set<String> used = new TreeSet<>();
    for (JsonNode policy : realm.get("clientPolicies").get("policies")) {
      assertThat(policy.get("enabled").asBoolean()).isTrue();
      policy.get("profiles").forEach(profile -> used.add(profile.asText()));
    }
    assertThat(realm.get("clientProfiles").get("profiles"))
        .allSatisfy(profile -> assertThat(used).contains(profile.get("name").asText()));
  }

  /**
   * What is not listed cannot be begun: no profile form, for instance, since nobody may change the
   * own profile, and a check of it at each sign-in could only get stuck.
   */
  @Test
  void whoChangesACredentialHasSignedInWithinFiveMinutes() throws IOException {
    Map<String, String> maxAges = new TreeMap<>();
    for (JsonNode action : read("realm-template.json").get("requiredActions")) {
      assertThat(action.get("enabled").asBoolean()).isTrue();
      assertThat(action.get("defaultAction").asBoolean()).isFalse();
      maxAges.put(
          action.get("alias").asText(),
          action.path("config").path("max_auth_age").asText("changes no credential"));
    }
    Set<String> harmless =
        Set.of("VERIFY_EMAIL", "sekisho-password-expiry-notice", "update_user_locale");
    assertThat(maxAges.keySet())
        .containsOnly(
            "CONFIGURE_RECOVERY_AUTHN_CODES",
            "CONFIGURE_TOTP",
            "UPDATE_PASSWORD",
            "VERIFY_EMAIL",
            "delete_credential",
            "sekisho-password-expiry-notice",
            "sekisho-phone",
            "update_user_locale",
            "webauthn-register");
    maxAges.keySet().removeAll(harmless);
    assertThat(maxAges.values()).containsOnly("300");
  }

  @Test
  void aPasskeyVerifiesItsUser() throws IOException {
    JsonNode realm = read("realm-template.json");
    assertThat(realm.get("webAuthnPolicyUserVerificationRequirement").asText())
        .isEqualTo("required");
  }

  @Test
  void onlyKnownPlaceholdersAreUsed() throws IOException {
    for (String file :
        new String[] {
          "realm-template.json",
          "applications/main-menu.json",
          "applications/mail-gateway.json",
          "applications/mail-gateway-saml.json",
          "applications/microsoft-365.json",
          "applications/openid-connect.json",
          "applications/saml.json"
        }) {
      Matcher placeholders = PLACEHOLDER.matcher(withoutProfileLabels(read(file)));
      while (placeholders.find()) {
        assertThat(placeholders.group(1))
            .as(file)
            .isIn(
                "tenant",
                "displayName",
                "microsoft365.acs",
                "microsoft365.start",
                "mailGateway.url");
      }
    }
  }

  @Test
  void noApplicationHoldsASecretOrAnOpenRedirect() throws IOException {
    for (String name : new String[] {"main-menu", "mail-gateway", "microsoft-365"}) {
      JsonNode client = read("applications/" + name + ".json");
      assertThat(client.has("secret")).isFalse();
      assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
      for (JsonNode uri : client.get("redirectUris")) {
        assertThat(uri.asText()).doesNotContain("*");
      }
    }
  }

  /** The labels of the user profile are Keycloak's own message placeholders. */
  private static String withoutProfileLabels(JsonNode node) {
    JsonNode copy = node.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.remove("components");
    }
    return copy.toString();
  }

  private static JsonSchema schema(String name) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read(name));
  }

  private static JsonNode read(String name) throws IOException {
    try (InputStream file = RealmConfigTest.class.getResourceAsStream(name)) {
      return JSON.readTree(file);
    }
  }
}
