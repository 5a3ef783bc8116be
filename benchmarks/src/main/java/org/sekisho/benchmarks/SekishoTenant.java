package org.sekisho.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** A tenant opened as operators do, with the SMS limits at their upper bounds. */
final class SekishoTenant {

  static final String ID = "benchmark";

  private static final Map<String, String> LIMITS =
      Map.of(
          "sekisho.sms.resendWaitSeconds", "10",
          "sekisho.sms.maxPerNumberInTenMinutes", "10",
          "sekisho.sms.maxPerNumberInDay", "50",
          "sekisho.sms.maxPerNewNumberInDay", "20",
          "sekisho.sms.maxPerUserInDay", "50",
          "sekisho.sms.maxInDayPerTenantUser", "50",
          "sekisho.sms.maxPerAddressInHour", "100000");

  private final String serverUrl;
  private final Operator operator;

  SekishoTenant(String serverUrl) {
    this.serverUrl = serverUrl;
    this.operator = new Operator(serverUrl);
  }

  void open(PasswordHash hash) {
    operator
        .openTenant(
            Map.of(
                "id",
                ID,
                "displayName",
                "計測",
                "plan",
                "individual-special",
                "domains",
                List.of(BenchmarkUser.DOMAIN)))
        .orFail("Opening the tenant");
    operator.supportUsers(ID, "benchmark").orFail("Beginning a support session");
    prepare(hash);
    Http.send(
            "POST",
            serverUrl + "/realms/" + ID + "/test-access/access-rules",
            ManyRules.document(),
            null)
        .orFail("Putting the rules in force");
  }

  private void prepare(PasswordHash hash) {
    String realmUrl = serverUrl + "/admin/realms/" + ID;
    String token = administratorToken();
    ObjectNode realm =
        (ObjectNode)
            Http.send("GET", realmUrl, null, token).orFail("Reading the tenant's realm").body();
    ObjectNode attributes = (ObjectNode) realm.get("attributes");
    LIMITS.forEach(attributes::put);
    realm.put("passwordPolicy", hash.in(realm.get("passwordPolicy").asText()));
    Http.send("PUT", realmUrl, realm, token).orFail("Raising the limits");
  }

  /** From now on passwords are hashed as Keycloak does by itself, each at its next use. */
  void hashFully() {
    PasswordHash.LIGHT.takeOutOf(serverUrl + "/admin/realms/" + ID, administratorToken());
  }

  /** Operators have no rights inside a tenant, so this goes by the tests' own access. */
  String administratorToken() {
    String realmUrl = serverUrl + "/realms/" + ID;
    JsonNode access =
        Http.send("POST", realmUrl + "/test-access/administrator", null, null)
            .orFail("Test access")
            .body();
    return Http.postForm(
            realmUrl + "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", access.get("clientId").asText(),
                "client_secret", access.get("secret").asText()))
        .orFail("Test access token")
        .body()
        .get("access_token")
        .asText();
  }

  /** Users without a phone, as the stock realm has them. */
  void addUsersWithApp(int count) {
    StockRealm.importUsers(serverUrl + "/admin/realms/" + ID, this::administratorToken, count);
  }

  void addUsers(int count) {
    for (int number = 0; number < count; number++) {
      BenchmarkUser user = new BenchmarkUser(number);
      operator
          .addUser(
              ID,
              Map.of(
                  "userId",
                  user.userId(),
                  "firstName",
                  BenchmarkUser.FIRST_NAME,
                  "lastName",
                  BenchmarkUser.LAST_NAME,
                  "smsPhone",
                  user.phone(),
                  "password",
                  BenchmarkUser.PASSWORD,
                  "passwordTemporary",
                  false))
          .orFail("Adding a user");
    }
  }
}
