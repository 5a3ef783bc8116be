package org.sekisho.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/**
 * A realm on stock Keycloak. The settings that cost time and the application are read from {@code
 * realm-config}, so they are those of a tenant; flows, theme and providers are Keycloak's own.
 */
final class StockRealm {

  static final String NAME = "benchmark";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USERS_PER_IMPORT = 40;

  private static final List<String> SAME_AS_TENANT =
      List.of(
          "sslRequired",
          "loginWithEmailAllowed",
          "duplicateEmailsAllowed",
          "internationalizationEnabled",
          "supportedLocales",
          "defaultLocale",
          "bruteForceProtected",
          "permanentLockout",
          "bruteForceStrategy",
          "failureFactor",
          "waitIncrementSeconds",
          "maxFailureWaitSeconds",
          "maxDeltaTimeSeconds",
          "quickLoginCheckMilliSeconds",
          "minimumQuickLoginWaitSeconds",
          "ssoSessionIdleTimeout",
          "ssoSessionMaxLifespan",
          "accessTokenLifespan",
          "accessCodeLifespan",
          "accessCodeLifespanLogin",
          "accessCodeLifespanUserAction",
          "eventsEnabled",
          "eventsExpiration",
          "enabledEventTypes",
          "browserSecurityHeaders");

  /** The rules of a tenant's passwords, as far as stock Keycloak has them. */
  private static final String PASSWORD_POLICY =
      "length(10) and upperCase(1) and lowerCase(1) and digits(1) and specialChars(1)"
          + " and passwordHistory(3)";

  private final String serverUrl;
  private final Path config;
  private final String mailGatewayUrl;

  StockRealm(String serverUrl, Path repository, String mailGatewayUrl) {
    this.serverUrl = serverUrl;
    this.config = repository.resolve("realm-config/src/main/resources/org/sekisho/realmconfig");
    this.mailGatewayUrl = mailGatewayUrl;
  }

  void create(boolean threePages, PasswordHash hash) throws IOException {
    ObjectNode realm = representation(NAME);
    realm.put("passwordPolicy", hash.in(PASSWORD_POLICY));
    if (threePages) {
      realm.put("browserFlow", "three pages");
      realm.set("authenticationFlows", threePageFlows());
    }
    Http.send("POST", serverUrl + "/admin/realms", realm, token()).orFail("Creating a realm");
  }

  /** From now on passwords are hashed as Keycloak does by itself, each at its next use. */
  void hashFully() {
    PasswordHash.LIGHT.takeOutOf(serverUrl + "/admin/realms/" + NAME, token());
  }

  /** A realm with the settings and the application of a tenant. */
  ObjectNode representation(String name) throws IOException {
    JsonNode template = JSON.readTree(config.resolve("realm-template.json").toFile());
    ObjectNode realm = JSON.createObjectNode().put("realm", name).put("enabled", true);
    SAME_AS_TENANT.stream()
        .filter(template::has)
        .forEach(setting -> realm.set(setting, template.get(setting)));
    realm.put("passwordPolicy", PASSWORD_POLICY);
    realm.putArray("eventsListeners").add("jboss-logging");
    realm.putArray("clients").add(application());
    return realm;
  }

  private JsonNode application() throws IOException {
    String text = Files.readString(config.resolve("applications/mail-gateway.json"));
    ObjectNode client =
        (ObjectNode) JSON.readTree(text.replace("${mailGateway.url}", mailGatewayUrl));
    return client.put("secret", "benchmark-client-secret");
  }

  private static JsonNode threePageFlows() {
    Map<String, Object> forms =
        Map.of(
            "flowAlias",
            "three pages forms",
            "authenticatorFlow",
            true,
            "requirement",
            "ALTERNATIVE",
            "priority",
            20);
    return JSON.valueToTree(
        List.of(
            flow("three pages", true, List.of(step("auth-cookie", "ALTERNATIVE", 10), forms)),
            flow(
                "three pages forms",
                false,
                List.of(
                    step("auth-username-form", "REQUIRED", 10),
                    step("auth-password-form", "REQUIRED", 20),
                    step("auth-otp-form", "REQUIRED", 30)))));
  }

  private static Map<String, Object> flow(
      String alias, boolean topLevel, List<Map<String, Object>> executions) {
    return Map.of(
        "alias",
        alias,
        "providerId",
        "basic-flow",
        "topLevel",
        topLevel,
        "builtIn",
        false,
        "authenticationExecutions",
        executions);
  }

  private static Map<String, Object> step(String authenticator, String requirement, int priority) {
    return Map.of(
        "authenticator",
        authenticator,
        "authenticatorFlow",
        false,
        "requirement",
        requirement,
        "priority",
        priority);
  }

  void addUsers(int count) {
    importUsers(serverUrl + "/admin/realms/" + NAME, this::token, count);
  }

  /**
   * Adds users with a password and an authenticator app.
   *
   * @param token gives a fresh one each time
   */
  static void importUsers(String realmUrl, Supplier<String> token, int count) {
    List<Map<String, Object>> users = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      users.add(user(new BenchmarkUser(number)));
    }
    for (int from = 0; from < count; from += USERS_PER_IMPORT) {
      List<Map<String, Object>> some =
          users.subList(from, Math.min(count, from + USERS_PER_IMPORT));
      Http.send(
              "POST",
              realmUrl + "/partialImport",
              Map.of("ifResourceExists", "FAIL", "users", some),
              token.get())
          .orFail("Adding users");
    }
  }

  private static Map<String, Object> user(BenchmarkUser user) {
    return Map.of(
        "username",
        user.userId(),
        "email",
        user.userId(),
        "firstName",
        BenchmarkUser.FIRST_NAME,
        "lastName",
        BenchmarkUser.LAST_NAME,
        "enabled",
        true,
        "credentials",
        List.of(
            Map.of("type", "password", "value", BenchmarkUser.PASSWORD, "temporary", false),
            totp(user)));
  }

  private static Map<String, Object> totp(BenchmarkUser user) {
    ObjectNode how =
        JSON.createObjectNode()
            .put("subType", "totp")
            .put("digits", Totp.DIGITS)
            .put("period", Totp.PERIOD_SECONDS)
            .put("algorithm", "HmacSHA1")
            .put("counter", 0);
    ObjectNode secret = JSON.createObjectNode().put("value", user.totpSecret());
    return Map.of("type", "otp", "secretData", secret.toString(), "credentialData", how.toString());
  }

  private String token() {
    return new Operator(serverUrl).token();
  }
}
