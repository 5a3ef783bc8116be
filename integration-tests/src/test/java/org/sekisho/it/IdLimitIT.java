package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** A plan of 50 IDs has no 51st, whichever way it is asked for. */
@ExtendWith(Setup.class)
class IdLimitIT {

  private static final int LIMIT = 50;
  private final Operator operator = new Operator(Setup.PORTS.serverUrl());

  private TestTenant openWithUsers(String id, int users) {
    TestTenant tenant = TestTenant.open(id, "hybrid", id + ".example");
    String token = tenant.adminToken();
    for (int i = 0; i < users; i++) {
      create(tenant, "user" + i, token).orFail("Filling");
    }
    return tenant;
  }

  /** Through Keycloak's own Admin REST API: quick, for there is no password to hash. */
  private static Http.Answer create(TestTenant tenant, String name) {
    return create(tenant, name, tenant.adminToken());
  }

  private static Http.Answer create(TestTenant tenant, String name, String token) {
    String users = tenant.url().replace("/realms/", "/admin/realms/") + "/users";
    return Http.send("POST", users, user(tenant, name), token);
  }

  private static Map<String, Object> user(TestTenant tenant, String name) {
    String userId = name + "@" + tenant.domain;
    return Map.of("username", userId, "email", userId, "enabled", false);
  }

  private static int count(TestTenant tenant) {
    return tenant.admin("GET", "/users/count", null).body().asInt();
  }

  @Test
  void noWayLeadsToTheFiftyFirstUser() {
    TestTenant tenant = openWithUsers("full", LIMIT);
    Http.Answer ours =
        operator.addUser(tenant.id, Map.of("userId", "more@full.example", "lastName", "多"));
    assertThat(ours.status()).isEqualTo(409);
    assertThat(ours.body().get("type").asText()).endsWith("id-limit-reached");
    Http.Answer keycloaks = create(tenant, "more");
    assertThat(keycloaks.status()).isEqualTo(400);
    assertThat(keycloaks.body().toString()).contains("sekishoIdLimitReached");
    Http.Answer imported =
        tenant.admin(
            "POST",
            "/partialImport",
            Map.of("ifResourceExists", "FAIL", "users", List.of(user(tenant, "imported"))));
    assertThat(imported.status()).isGreaterThanOrEqualTo(400);
    Http.Answer disguised =
        tenant.admin(
            "POST",
            "/partialImport",
            Map.of(
                "ifResourceExists",
                "FAIL",
                "users",
                List.of(Map.of("username", "service-account-nobody", "enabled", true))));
    assertThat(disguised.status()).isGreaterThanOrEqualTo(400);
    assertThat(register(tenant)).contains("プラン");
    assertThat(count(tenant)).isEqualTo(LIMIT);
    Http.Answer small =
        operator.send("PUT", "/tenants/full/plan", Map.of("plan", "individual-special"));
    assertThat(small.status()).isEqualTo(200);
    create(tenant, "more").orFail("The 51st of a plan without a cap");
    Http.Answer back = operator.send("PUT", "/tenants/full/plan", Map.of("plan", "hybrid"));
    assertThat(back.status()).isEqualTo(409);
    assertThat(back.body().get("obstacles").get(0).get("detail").asText()).contains("51", "50");
  }

  /** Registration is off in tenants; even switched on it grants nothing. */
  private static String register(TestTenant tenant) {
    JsonNode realm = tenant.admin("GET", "", null).body();
    ((ObjectNode) realm).put("registrationAllowed", true);
    tenant.admin("PUT", "", realm).orFail("Allowing registration");
    HttpBrowser browser = new HttpBrowser().inLanguage("ja");
    String authorization =
        tenant.url() + "/protocol/openid-connect/registrations?response_type=code&scope=openid";
    browser.open(
        authorization
            + "&client_id=main-menu"
            + Pkce.PARAMETERS
            + "&redirect_uri="
            + URLEncoder.encode(tenant.menuUrl(), StandardCharsets.UTF_8));
    String text =
        browser
            .submit(
                Map.of(
                    "username", "registered@full.example",
                    "password", TestTenant.PASSWORD,
                    "password-confirm", TestTenant.PASSWORD))
            .text();
    ((ObjectNode) realm).put("registrationAllowed", false);
    tenant.admin("PUT", "", realm).orFail("Closing registration");
    return text;
  }

  @Test
  void ofManyWhoRaceForTheLastIdOneWins() throws Exception {
    TestTenant tenant = openWithUsers("last", LIMIT - 1);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> racers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String name = "racer" + i;
        racers.add(() -> create(tenant, name).status());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(racers)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnlyOnce(201);
      assertThat(count(tenant)).isEqualTo(LIMIT);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aUserWhoComesFromAnotherIdentityProviderCountsLikeAnyOther() {
    TestTenant source = TestTenant.open("broker-source", "hybrid", "broker-source.example");
    TestTenant roomy = openWithUsers("broker-roomy", LIMIT - 1);
    TestTenant full = openWithUsers("broker-full", LIMIT);
    Brokering.into(roomy, source).signIn(source.addUser("jiro"));
    assertThat(count(roomy)).isEqualTo(LIMIT);
    assertThat(brokered(roomy)).hasSize(1);
    HttpBrowser refused = Brokering.into(full, source).signIn(source.addUser("saburo"));
    assertThat(refused.location()).doesNotStartWith(full.portalUrl());
    assertThat(refused.page().select("link[href*=sekisho]")).as("our look").isNotEmpty();
    assertThat(count(full)).isEqualTo(LIMIT);
    assertThat(brokered(full)).isEmpty();
  }

  @Test
  void nobodyComesInWithAnIdOfAForeignDomain() {
    TestTenant source = TestTenant.open("foreign-source", "hybrid", "foreign-source.example");
    TestTenant into = TestTenant.open("foreign-into", "hybrid", "foreign-into.example");

    HttpBrowser refused =
        Brokering.into(into, source, "somewhere-else.example").signIn(source.addUser("jiro"));
    Http.Answer imported =
        into.admin(
            "POST",
            "/partialImport",
            Map.of(
                "ifResourceExists",
                "FAIL",
                "users",
                List.of(Map.of("username", "shiro@somewhere-else.example", "enabled", true))));

    assertThat(refused.location()).doesNotStartWith(into.portalUrl());
    assertThat(imported.status()).isGreaterThanOrEqualTo(400);
    assertThat(count(into)).isZero();
  }

  @Test
  void brokeringOpensNoSamlApplication() {
    TestTenant source = TestTenant.open("saml-source", "hybrid", "saml-source.example");
    TestTenant into = TestTenant.open("saml-into", "hybrid", "saml-into.example");
    SamlApplication application = SamlApplication.register(into, "https://brokered.sp.example");
    Brokering.into(into, source).always();

    HttpBrowser browser =
        SignIn.firstTime(
            application.get(new HttpBrowser().inLanguage("ja"), application.request().query(null)),
            source.addUser("jiro"));

    assertThat(brokered(into)).hasSize(1);
    assertThat(browser.status()).isEqualTo(403);
    assertThat(browser.body()).doesNotContain("SAMLResponse");
    assertThat(browser.text()).containsPattern("[0-9A-Z]{10}");
    assertThat(into.hasError("factors_missing")).isTrue();
  }

  private static JsonNode brokered(TestTenant tenant) {
    return tenant.admin("GET", "/users?exact=true&username=brokered@" + tenant.domain, null).body();
  }
}
