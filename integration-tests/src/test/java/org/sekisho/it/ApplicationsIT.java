package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** Applications of a tenant: who adds them, who gets in, and how they are stopped. */
@ExtendWith(Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicationsIT {

  private TestTenant tenant;
  private IdAdministrator administrator;

  @BeforeAll
  void open() {
    tenant = TestTenant.open("applications", "individual", "applications.example").withoutTls();
    administrator = IdAdministrator.of(tenant, OFFICE);
    tenant.admin("POST", "/groups", Map.of("name", "sales")).orFail("Group");
  }

  /** Its token is good for five minutes only. */
  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private void join(TestUser user) {
    user.admin("PUT", "/groups/" + groupId(), null).orFail("Joining");
  }

  private void leave(TestUser user) {
    user.admin("DELETE", "/groups/" + groupId(), null).orFail("Leaving");
  }

  private String groupId() {
    return tenant.admin("GET", "/groups?search=sales", null).body().get(0).get("id").asText();
  }

  private JsonNode read(String id) {
    return administrator.applications("GET", "/" + id, null, null).expect(200).body();
  }

  private From.Reply change(String id, Map<String, ?> members) {
    String version = administrator.applications("GET", "/" + id, null, null).expect(200).etag();
    Map<String, Object> body = new HashMap<>(members);
    body.putIfAbsent("reason", "検査");
    return administrator.applications("PUT", "/" + id, version, body);
  }

  private List<String> tilesOf(TestUser user, HttpBrowser browser) {
    return Portal.of(user.tenant(), browser).get("/applications").body().findValuesAsText("id");
  }

  @Test
  void theCatalogueSaysWhatAnAdministratorOfTheOtherSideAsksFor() {
    JsonNode catalogue =
        administrator.applications("GET", "/catalogue", null, null).expect(200).body();
    assertThat(catalogue.get("applications").findValuesAsText("id"))
        .containsExactly("mail-gateway", "mail-gateway-saml", "saml", "openid-connect");
    assertThat(catalogue.get("applications").get(2).get("asks").findValuesAsText("member"))
        .contains("saml.acs", "saml.entityId", "saml.nameIdFormat", "saml.relayState");
  }

  @Test
  void aSecretIsToldOnceAndNeverAgain() {
    TestApplication application = TestApplication.add(administrator, "once");
    assertThat(application.secret()).hasSizeGreaterThan(30);
    assertThat(read(application.id()).has("secret")).isFalse();
    JsonNode all = administrator.applications("GET", "", null, null).expect(200).body();
    assertThat(all.toString()).doesNotContain(application.secret());
    assertThat(works(application)).isTrue();

    JsonNode renewed =
        administrator
            .applications("POST", "/" + application.id() + "/secret", null, Map.of("reason", "漏えい"))
            .expect(200)
            .body();
    String fresh = renewed.get("secret").asText();
    TestTenant.SECRETS.add(fresh);
    assertThat(works(application)).isFalse();
    assertThat(works(application.withSecret(fresh))).isTrue();
    JsonNode events =
        tenant
            .admin("GET", "/admin-events?resourcePath=sekisho/applications*&max=100", null)
            .body();
    assertThat(events.toString())
        .contains("漏えい")
        .doesNotContain(application.secret())
        .doesNotContain(fresh);
  }

  /** A server that knows the secret is told that its code is wrong; another is told nothing. */
  private static boolean works(TestApplication application) {
    Http.Answer answer =
        application.token(
            Map.of("grant_type", "authorization_code", "code", "x", "redirect_uri", "x"));
    return answer.body().get("error").asText().equals("invalid_grant");
  }

  @Test
  void onlyMembersOfTheAssignedGroupsGetInAndRefreshIncluded() {
    TestApplication application = TestApplication.add(administrator, "sales-only", "/sales");
    TestUser stranger = tenant.addUser("stranger");
    HttpBrowser refused =
        SignIn.withPassword(new HttpBrowser().open(application.request()), stranger);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).containsPattern("[0-9A-HJKMNP-TV-Z]{10}");
    assertThat(tenant.hasError("not_assigned")).isTrue();

    TestUser member = tenant.addUser("member");
    join(member);
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(application.request()), member);
    JsonNode tokens = application.tokens(browser);
    JsonNode fresh = application.refresh(tokens).orFail("Refreshing").body();
    assertThat(tilesOf(member, browser)).contains("sales-only");

    leave(member);
    Http.Answer late = application.refresh(fresh);
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.body().get("error_description").asText()).contains("Reference number");
    browser.open(application.request());
    assertThat(browser.status()).isEqualTo(403);
    assertThat(tilesOf(member, browser)).doesNotContain("sales-only").contains("mail-gateway");
  }

  @Test
  void anAdministratorSeesWhyTheUserWasRefused() {
    TestApplication application = TestApplication.add(administrator, "nobody");
    TestUser user = tenant.addUser("asker");
    HttpBrowser refused = SignIn.withPassword(new HttpBrowser().open(application.request()), user);
    String reference = refused.text().replaceFirst("(?s).*?([0-9A-HJKMNP-TV-Z]{10}).*", "$1");
    JsonNode found = administrator.get("/refusals/" + reference).expect(200).body();
    assertThat(found.get("error").asText()).isEqualTo("not_assigned");
    assertThat(found.get("remedy").get("en").asText()).contains("assigned to a group");
    assertThat(read(application.id()).get("warnings").findValuesAsText("name"))
        .containsExactly("assigned-to-nobody");
    JsonNode answer =
        administrator
            .post(
                "/what-if",
                Map.of("userId", user.userId(), "address", "203.0.113.9", "application", "nobody"))
            .expect(200)
            .body();
    assertThat(answer.get("reason").asText()).isEqualTo("NOT_ASSIGNED");
    change(application.id(), Map.of("everybody", true)).expect(200);
    HttpBrowser now = SignIn.firstTime(new HttpBrowser().open(application.request()), user);
    assertThat(now.location()).startsWith(TestApplication.callback(tenant)).contains("code=");
  }

  @Test
  void whatIsSwitchedOffEndsAtOnceAndForGood() {
    TestApplication application = TestApplication.add(administrator, "switched", "/sales");
    TestUser user = tenant.addUser("switcher");
    join(user);
    HttpBrowser browser = SignIn.firstTime(new HttpBrowser().open(application.request()), user);
    JsonNode tokens = application.tokens(browser);
    String path = "/" + application.id() + "/state";
    administrator
        .applications("PUT", path, null, Map.of("enabled", false, "reason", "事故"))
        .expect(200);
    assertThat(application.refresh(tokens).status()).isIn(400, 401);
    assertThat(browser.open(application.request()).location()).doesNotContain("code=");
    assertThat(tilesOf(user, browser)).doesNotContain("switched");
    administrator
        .applications("PUT", path, null, Map.of("enabled", true, "reason", "収束"))
        .expect(200);
    assertThat(application.refresh(tokens).status()).isEqualTo(400);
    assertThat(browser.open(application.request()).location()).contains("code=");
  }

  @Test
  void aChangeNeedsTheVersionThatWasReadAndKeepsWhatItDoesNotName() {
    TestApplication application = TestApplication.add(administrator, "versions", "/sales");
    String path = "/" + application.id();
    String version = administrator.applications("GET", path, null, null).expect(200).etag();
    Map<String, Object> body =
        Map.of("name", Map.of("ja", "新しい名前", "en", "New name"), "reason", "検査");
    assertThat(administrator.applications("PUT", path, null, body).expect(428).problem())
        .isEqualTo("if-match-missing");
    JsonNode after = administrator.applications("PUT", path, version, body).expect(200).body();
    assertThat(after.get("name").get("ja").asText()).isEqualTo("新しい名前");
    assertThat(after.get("groups").get(0).asText()).isEqualTo("/sales");
    assertThat(after.get("openIdConnect").get("redirectUris").get(0).asText())
        .isEqualTo(TestApplication.callback(tenant));
    assertThat(administrator.applications("PUT", path, version, body).expect(412).problem())
        .isEqualTo("application-changed");
    JsonNode event =
        tenant
            .admin("GET", "/admin-events?resourcePath=sekisho/applications" + path, null)
            .body()
            .get(0);
    assertThat(event.get("representation").asText())
        .contains("\"before\"", "\"after\"", "Payroll versions", "New name");

    String now = administrator.applications("GET", path, null, null).expect(200).etag();
    assertThat(administrator.applications("DELETE", path + "?reason=x", version, null).status())
        .isEqualTo(412);
    administrator.applications("DELETE", path + "?reason=x", now, null).expect(204);
    assertThat(administrator.applications("GET", path, null, null).expect(404).problem())
        .isEqualTo("application-unknown");
  }

  @Test
  void whatIsWeakIsRefused() {
    for (Map<String, Object> weak :
        List.<Map<String, Object>>of(
            Map.of("clientId", "weak", "redirectUris", List.of("https://app.example/*")),
            Map.of("clientId", "weak", "redirectUris", List.of("http://app.example/callback")),
            Map.of("clientId", "weak", "redirectUris", List.of()),
            Map.of(
                "clientId",
                "weak",
                "type",
                "browser",
                "pkce",
                false,
                "redirectUris",
                List.of("https://app.example/callback")),
            Map.of(
                "clientId", "weak",
                "backchannelLogoutUrl", "https://10.0.0.1/logout",
                "redirectUris", List.of("https://app.example/callback")))) {
      Map<String, Object> wish = TestApplication.wish(tenant, "weak", List.of());
      wish.put("openIdConnect", weak);
      assertThat(administrator.applications("POST", "", null, wish).expect(400).problem())
          .as(weak.toString())
          .isEqualTo("request-invalid");
    }
    Map<String, Object> again = TestApplication.wish(tenant, "mail-gateway", List.of());
    assertThat(administrator.applications("POST", "", null, again).expect(409).problem())
        .isEqualTo("application-exists");
    Map<String, Object> foreign = TestApplication.wish(tenant, "weak", List.of());
    foreign.put("catalogue", "microsoft-365");
    assertThat(administrator.applications("POST", "", null, foreign).expect(403).problem())
        .isEqualTo("application-not-granted");
  }

  @Test
  void anApplicationInABrowserHasNoSecretAndMustProveItsKey() {
    Map<String, Object> wish = TestApplication.wish(tenant, "in-browser", List.of("/sales"));
    wish.put(
        "openIdConnect",
        Map.of(
            "clientId",
            "in-browser",
            "type",
            "browser",
            "redirectUris",
            List.of(TestApplication.callback(tenant))));
    JsonNode added = administrator.applications("POST", "", null, wish).expect(201).body();
    assertThat(added.has("secret")).isFalse();
    TestApplication application =
        new TestApplication(tenant, added.get("id").asText(), "in-browser", "");
    String without =
        application.request().replaceFirst("&code_challenge_method.*?(?=&redirect)", "");
    assertThat(new HttpBrowser().open(without).shows("username")).isFalse();
    assertThat(new HttpBrowser().open(application.request()).shows("username")).isTrue();
    assertThat(
            administrator
                .applications(
                    "POST", "/" + application.id() + "/secret", null, Map.of("reason", "検査"))
                .expect(409)
                .problem())
        .isEqualTo("application-without-secret");
  }

  @Test
  void whatTheProviderHasOpenedCanBeAssignedButNotChangedOrRemoved() {
    JsonNode all = administrator.applications("GET", "", null, null).expect(200).body();
    String microsoft = null;
    for (JsonNode application : all.get("applications")) {
      if (application.get("catalogue").asText().equals("microsoft-365")) {
        microsoft = application.get("id").asText();
      }
    }
    assertThat(read(microsoft).get("fixed").asBoolean()).isTrue();
    assertThat(read(microsoft).get("everybody").asBoolean()).isTrue();
    Map<String, Object> settings =
        Map.of("saml", Map.of("acs", List.of("https://evil.example/acs"), "requestsSigned", false));
    assertThat(change(microsoft, settings).expect(409).problem()).isEqualTo("application-fixed");
    String version =
        administrator.applications("GET", "/" + microsoft, null, null).expect(200).etag();
    assertThat(
            administrator
                .applications("DELETE", "/" + microsoft + "?reason=x", version, null)
                .expect(409)
                .problem())
        .isEqualTo("application-fixed");
    change(microsoft, Map.of("groups", List.of("/sales"), "everybody", false)).expect(200);
    assertThat(read(microsoft).get("groups").get(0).asText()).isEqualTo("/sales");
    change(microsoft, Map.of("everybody", true)).expect(200);
  }

  @Test
  void keycloaksOwnInterfaceIsNoWayAround() {
    String admin = tenant.url().replace("/realms/", "/admin/realms/");
    Map<String, Object> client = Map.of("clientId", "around", "redirectUris", List.of("*"));
    assertThat(Http.send("GET", admin + "/clients", null, administrator.token()).status())
        .isEqualTo(403);
    assertThat(Http.send("POST", admin + "/clients", client, administrator.token()).status())
        .isEqualTo(403);
    String registration = tenant.url() + "/clients-registrations/";
    Map<String, Object> dynamic =
        Map.of("client_name", "around", "redirect_uris", List.of("https://around.example/cb"));
    for (String token : new String[] {null, administrator.token()}) {
      assertThat(Http.send("POST", registration + "default", client, token).status())
          .isIn(401, 403);
      assertThat(Http.send("POST", registration + "openid-connect", dynamic, token).status())
          .isIn(401, 403);
    }
    HttpBrowser saml =
        new HttpBrowser()
            .postBody(
                registration + "saml2-entity-descriptor",
                "application/xml",
                SpKey.metadata("urn:around", "", SpKey.valid(10)));
    assertThat(saml.status()).isIn(401, 403);
    assertThat(tenant.admin("GET", "/clients?search=true&clientId=around", null).body()).isEmpty();
  }

  @Test
  void aPlanWithoutConsoleLeavesApplicationsToTheProvider() {
    TestTenant other = TestTenant.open("app-locked", "individual", "app-locked.example");
    IdAdministrator former = IdAdministrator.of(other.withoutTls(), OFFICE);
    new Operator(Setup.PORTS.serverUrl())
        .send("PUT", "/tenants/app-locked/plan", Map.of("plan", "hybrid"))
        .orFail("The plan");
    From.Reply refused = former.applications("GET", "", null, null).expect(403);
    assertThat(refused.problem()).isEqualTo("applications-locked");
    assertThat(
            former
                .applications("POST", "", null, TestApplication.wish(other, "x", List.of()))
                .expect(403)
                .problem())
        .isEqualTo("applications-locked");
    for (String path : new String[] {"", "/directory", "/rollover"}) {
      assertThat(former.microsoft365("GET", path, null).expect(403).problem())
          .isEqualTo("microsoft365-locked");
    }
    assertThat(
            former
                .microsoft365(
                    "POST", "/domains/app-locked.example/preflight", Map.of("reason", "検査"))
                .expect(403)
                .problem())
        .isEqualTo("microsoft365-locked");
  }
}
