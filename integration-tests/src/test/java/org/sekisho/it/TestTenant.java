package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.sekisho.launcher.DevicePki;
import org.sekisho.launcher.Federation;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Layout;
import org.sekisho.launcher.Operator;

/** A tenant of a test's own, opened through the operators' API and looked into with test access. */
final class TestTenant {

  static final String PASSWORD = "Toorimasu-2026";

  /** All secrets that the tests hand to the server; no log may hold one of them. */
  static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

  private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);
  private static final AtomicInteger PHONES =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000_000, 80_000_000));

  final String id;
  final String domain;
  final String mailGatewaySecret;
  private final String serverUrl;
  private final Federation federation = new Federation(Setup.PORTS);

  private TestTenant(String serverUrl, String id, String domain, String mailGatewaySecret) {
    this.serverUrl = serverUrl;
    this.id = id;
    this.domain = domain;
    this.mailGatewaySecret = mailGatewaySecret;
    SECRETS.add(mailGatewaySecret);
    SECRETS.add(PASSWORD);
  }

  /** A tenant of the common rule plan. */
  static TestTenant open() {
    String number = String.valueOf(NUMBERS.incrementAndGet());
    return open("t" + number, "common", number + ".insurance-agt.ne.jp");
  }

  static TestTenant open(String id, String plan, String... domains) {
    return openAt(Setup.PORTS.serverUrl(), id, plan, domains);
  }

  /** A tenant of another server than the one that all tests share. */
  static TestTenant openAt(String serverUrl, String id, String plan, String... domains) {
    JsonNode opened =
        new Operator(serverUrl)
            .openTenant(
                Map.of("id", id, "displayName", "検査 " + id, "plan", plan, "domains", domains))
            .orFail("Opening a tenant")
            .body();
    if (plan.startsWith("individual")) {
      new Operator(serverUrl).supportUsers(id, "検査").orFail("A support session");
    }
    Http.send("POST", serverUrl + "/realms/" + id + "/test-access/patience", null, null)
        .orFail("Patience");
    String secret = "";
    for (JsonNode application : opened.get("applications")) {
      if (application.get("application").asText().equals("mail-gateway")) {
        secret = application.get("secret").asText();
      }
    }
    return new TestTenant(serverUrl, id, domains[0], secret);
  }

  /** A tenant with enrolled devices, whose issuing CA the root has signed. */
  static TestTenant openWithDevices(String id, String domain) {
    return openWithDevicesAt(Setup.PORTS.serverUrl(), id, domain);
  }

  /** The same of another server than the one that all tests share, with the same root. */
  static TestTenant openWithDevicesAt(String serverUrl, String id, String domain) {
    return openWithDevicesAt(serverUrl, Setup.LAYOUT, id, domain);
  }

  static TestTenant openWithDevicesAt(String serverUrl, Layout layout, String id, String domain) {
    Operator operator = new Operator(serverUrl);
    TestTenant opened = openAt(serverUrl, id, "individual", domain).withoutTls();
    operator
        .send(
            "PUT",
            "/tenants/" + id + "/plan",
            Map.of("plan", "individual", "options", List.of("device-certificate")))
        .orFail("The option");
    operator.prepareDevices(id, DevicePki.in(layout.devicePki()));
    return opened;
  }

  String url() {
    return serverUrl + "/realms/" + id;
  }

  String menuUrl() {
    return url() + "/sekisho/menu";
  }

  /** Where the menu's address leads whoever is signed in and admitted, and nobody else. */
  String portalUrl() {
    return url() + "/account/";
  }

  TestUser addUser(String name) {
    return addUser(name + "@" + domain, Map.of());
  }

  /**
   * Adds a user who is in a group.
   *
   * @param group identifier
   */
  TestUser addMember(String name, String group) {
    TestUser user = addUser(name);
    user.admin("PUT", "/groups/" + group, null).orFail("Joining");
    return user;
  }

  TestUser addUser(String userId, Map<String, ?> more) {
    Map<String, Object> user = new HashMap<>();
    user.put("userId", userId);
    user.put("firstName", "花子");
    user.put("lastName", "検査");
    user.put("password", PASSWORD);
    user.put("passwordTemporary", false);
    user.putAll(more);
    JsonNode added = new Operator(serverUrl).addUser(id, user).orFail("Adding a user").body();
    return new TestUser(
        this, added.get("id").asText(), userId, added.get("immutableId").asText(), nextPhone());
  }

  /** A Japanese mobile number that no other test uses. */
  static String nextPhone() {
    String number = "+8190" + PHONES.incrementAndGet();
    SECRETS.add(number);
    SECRETS.add("0" + number.substring(3));
    return number;
  }

  /** Calls Keycloak's Admin REST API of this tenant. */
  Http.Answer admin(String method, String path, Object body) {
    return Http.send(method, serverUrl + "/admin/realms/" + id + path, body, adminToken());
  }

  /** Tries the tenant's most powerful token on the master realm. */
  int adminOfMaster(String method, String path, Object body) {
    String url = serverUrl + "/admin/realms/master" + path;
    return Http.send(method, url, body, adminToken()).status();
  }

  /** Of a service account with every right in the tenant. */
  String adminToken() {
    JsonNode access =
        Http.send("POST", url() + "/test-access/administrator", null, null)
            .orFail("Test access")
            .body();
    SECRETS.add(access.get("secret").asText());
    String token =
        Http.postForm(
                url() + "/protocol/openid-connect/token",
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", access.get("clientId").asText(),
                    "client_secret", access.get("secret").asText()))
            .orFail("Test access token")
            .body()
            .get("access_token")
            .asText();
    SECRETS.add(token);
    return token;
  }

  /** The tests play the proxy, which would have ended TLS for clients from other networks. */
  TestTenant withoutTls() {
    admin("PUT", "", Map.of("sslRequired", "none")).orFail("Changing the realm");
    return this;
  }

  /** Changes the realm's own settings, for instance an SMS limit. */
  void setAttribute(String name, String value) {
    JsonNode realm = admin("GET", "", null).body();
    ((com.fasterxml.jackson.databind.node.ObjectNode) realm.get("attributes")).put(name, value);
    admin("PUT", "", realm).orFail("Changing the realm");
  }

  List<JsonNode> events(String type) {
    List<JsonNode> events = new ArrayList<>();
    admin("GET", "/events?max=200&type=" + type, null).body().forEach(events::add);
    return events;
  }

  boolean hasEvent(String type, Predicate<JsonNode> matching) {
    return events(type).stream().anyMatch(matching);
  }

  boolean hasError(String error) {
    return hasEvent("LOGIN_ERROR", event -> event.path("error").asText().equals(error));
  }

  /** Makes both stand-ins trust the tenant's domains. */
  void federate(String mfaBehaviour, String... domains) {
    List<Map<String, String>> mail = new ArrayList<>();
    for (String federated : domains) {
      federation.federate(id, federated, mfaBehaviour);
      mail.add(federation.mailGatewayEntry(id, federated, mailGatewaySecret));
    }
    federation.registerAtMailGateway(mail);
  }

  /** The first of its metadata, base64 of DER. */
  String certificate() {
    return Http.getText(url() + "/protocol/saml/descriptor")
        .replaceFirst("(?s).*?<(?:\\w+:)?X509Certificate>([^<]+)<.*", "$1")
        .replaceAll("\\s", "");
  }

  String issuer(String federated) {
    return federation.issuer(id, federated);
  }

  Federation federation() {
    return federation;
  }
}
