package org.sekisho.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.launcher.Http;

/** What an ID administrator enters at the other sides, and what those fetch themselves. */
@ExtendWith(Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FederationInformationIT {

  private TestTenant tenant;
  private RealBrowser chromium;

  @BeforeAll
  void open() {
    chromium = new RealBrowser();
    tenant =
        TestTenant.open("fed-info", "individual", "fed-info.example", "fed-info-2.example")
            .withoutTls();
    tenant.setAttribute("sekisho.sms.resendWaitSeconds", "10");
  }

  @AfterAll
  void close() {
    chromium.close();
  }

  private static Map<String, Object> asAdministrator() {
    return Map.of("idAdministrator", true);
  }

  private JsonNode information(Portal portal) {
    return Http.send("GET", tenant.url() + "/sekisho-federation/information", null, portal.token())
        .orFail("The information")
        .body();
  }

  @Test
  void thePageIsForIdAdministratorsOnly() {
    Portal user = Portal.of(tenant.addUser("user"));
    String base = tenant.url() + "/sekisho-federation";
    assertThat(Http.send("GET", base, null, user.token()).body().get("available").asBoolean())
        .isFalse();
    assertThat(Http.send("GET", base + "/information", null, user.token()).status()).isEqualTo(403);
    assertThat(Http.send("GET", base + "/information", null, null).status()).isEqualTo(401);
  }

  @Test
  void theValuesAreThoseThatTheServerAnswersWith() {
    Portal portal = Portal.of(tenant.addUser("kanri@fed-info.example", asAdministrator()));
    JsonNode information = information(portal);
    assertThat(information.get("saml").get("entityId").asText()).isEqualTo(tenant.url());
    assertThat(information.get("domains").findValuesAsText("issuer"))
        .containsExactly(tenant.issuer("fed-info-2.example"), tenant.issuer("fed-info.example"));
    JsonNode discovery =
        Http.send("GET", information.at("/openIdConnect/discovery").asText(), null, null)
            .orFail("Discovery")
            .body();
    assertThat(information.at("/openIdConnect/issuer")).isEqualTo(discovery.get("issuer"));
    assertThat(information.at("/openIdConnect/jwks")).isEqualTo(discovery.get("jwks_uri"));
    assertThat(information.at("/openIdConnect/token")).isEqualTo(discovery.get("token_endpoint"));
    assertThat(information.at("/openIdConnect/authorization"))
        .isEqualTo(discovery.get("authorization_endpoint"));
    assertThat(information.at("/openIdConnect/userInfo"))
        .isEqualTo(discovery.get("userinfo_endpoint"));
    assertThat(information.at("/openIdConnect/endSession"))
        .isEqualTo(discovery.get("end_session_endpoint"));
    String metadata = Http.getText(information.at("/saml/metadata").asText());
    assertThat(metadata)
        .contains("entityID=\"" + tenant.url() + "\"")
        .contains(information.at("/saml/singleSignOn").asText());
  }

  @Test
  void whileKeysChangeTheMetadataAndThePageHaveBoth() {
    TestTenant changing =
        TestTenant.open("fed-keys", "individual", "fed-keys.example").withoutTls();
    changing
        .admin(
            "POST",
            "/components",
            Map.of(
                "name",
                "next",
                "providerId",
                "rsa-generated",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "config",
                Map.of(
                    "priority",
                    List.of("50"),
                    "enabled",
                    List.of("true"),
                    "active",
                    List.of("false"),
                    "algorithm",
                    List.of("RS256"))))
        .orFail("The next key");
    Portal portal = Portal.of(changing.addUser("kanri@fed-keys.example", asAdministrator()));
    JsonNode keys =
        Http.send("GET", changing.url() + "/sekisho-federation/information", null, portal.token())
            .orFail("The information")
            .body()
            .get("certificates");
    assertThat(keys.findValuesAsText("state")).containsExactly("ACTIVE", "PASSIVE");
    String metadata = Http.getText(changing.url() + "/protocol/saml/descriptor");
    String flat = metadata.replaceAll("\\s", "");
    for (JsonNode key : keys) {
      assertThat(flat).contains(key.get("base64").asText());
      assertThat(key.get("sha256").asText()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
      assertThat(key.get("sha1").asText()).matches("([0-9A-F]{2}:){19}[0-9A-F]{2}");
    }
    assertThat(metadata).contains("cacheDuration=\"P").contains("SignatureValue");
  }

  @ParameterizedTest
  @CsvSource({"ja-JP,1280", "ja-JP,390", "en-US,1280", "en-US,390"})
  void thePageIsInOrder(String language, int width) {
    String suffix = "-" + language.substring(0, 2) + (width < 500 ? "-phone" : "");
    TestUser user =
        tenant.addUser("page" + suffix.replace("-", "") + "@fed-info.example", asAdministrator());
    SignIn.firstTime(user);
    chromium.forgetConsole();
    PortalPages portal = PortalPages.signIn(chromium, user, language, width);
    portal.go("federation");
    assertThat(portal.page().locator(".sk-value")).not().hasCount(0);
    portal.check("federation" + suffix);
    portal.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    portal.page().evaluate("navigator.clipboard.writeText('nothing yet')");
    portal.page().locator(".sk-value button").first().click();
    assertThat(portal.page().locator(".sk-value-copy [role=status]").first()).not().isEmpty();
    assertThat(portal.page().evaluate("navigator.clipboard.readText()")).isEqualTo(tenant.url());
    assertThat(chromium.policyViolations()).isEmpty();
  }
}
