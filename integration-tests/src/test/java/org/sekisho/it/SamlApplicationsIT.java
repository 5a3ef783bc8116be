package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** SAML applications from the metadata of their service providers. */
@ExtendWith(Setup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamlApplicationsIT {

  private static final String ADMINISTRATOR = "kanri@saml-applications.example";

  private static final String EXPIRING = "アプリケーションの証明書";

  private TestTenant tenant;
  private IdAdministrator administrator;

  @BeforeAll
  void open() {
    tenant =
        TestTenant.open("saml-applications", "individual", "saml-applications.example")
            .withoutTls();
    administrator = IdAdministrator.of(tenant, OFFICE);
    tenant.admin("POST", "/groups", Map.of("name", "sales")).orFail("Group");
  }

  private From.Reply add(Map<String, Object> saml) {
    return add("saml", saml);
  }

  private From.Reply add(String catalogue, Map<String, Object> saml) {
    return add(catalogue, "SAMLの検査", saml);
  }

  private From.Reply add(String catalogue, String name, Map<String, Object> saml) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("catalogue", catalogue);
    wish.put("name", Map.of("ja", name, "en", "SAML test"));
    wish.put("groups", List.of("/sales"));
    wish.put("reason", "検査");
    wish.put("saml", saml);
    return administrator.applications("POST", "", null, wish);
  }

  private TestUser member(String name) {
    TestUser user = tenant.addUser(name);
    String group =
        tenant.admin("GET", "/groups?search=sales", null).body().get(0).get("id").asText();
    user.admin("PUT", "/groups/" + group, null).orFail("Joining");
    return user;
  }

  private static String response(HttpBrowser browser) {
    String value = browser.page().select("input[name=SAMLResponse]").attr("value");
    return new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
  }

  private Map<String, String> attributes(String id) {
    Map<String, String> attributes = new HashMap<>();
    tenant
        .admin("GET", "/clients/" + id, null)
        .body()
        .get("attributes")
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    return attributes;
  }

  @Test
  void anApplicationFromMetadataEncryptsSoThatMostCanRead() {
    SpKey key = SpKey.valid(400);
    JsonNode added =
        add(Map.of("metadata", SpKey.metadata("https://sp.example/encrypted", "", key)))
            .expect(201)
            .body();
    assertThat(added.get("saml").get("encryption").asText()).isEqualTo("compatible");
    assertThat(added.get("expires").asLong())
        .isEqualTo(key.certificate().getNotAfter().toInstant().toEpochMilli());
    Map<String, String> attributes = attributes(added.get("id").asText());
    assertThat(attributes)
        .containsEntry("saml.encrypt", "true")
        .containsEntry(
            "saml.encryption.keyAlgorithm", "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p")
        .containsEntry("saml.encryption.digestMethod", "http://www.w3.org/2000/09/xmldsig#sha1")
        .containsEntry("saml.client.signature", "true")
        .containsEntry("saml.allow.ecp.flow", "false");
    TestUser user = member("encrypted");
    HttpBrowser browser =
        SignIn.firstTime(
            new HttpBrowser().open(key.signedRequest(tenant, "https://sp.example/encrypted")),
            user);
    assertThat(browser.page().select("form").attr("action")).isEqualTo("https://sp.example/acs");
    assertThat(response(browser))
        .contains("EncryptedAssertion", "xmlenc#rsa-oaep-mgf1p", "aes256-gcm")
        .doesNotContain(user.userId());
  }

  @Test
  void requestsSignedWithEitherKeyAreTakenAndNoOthers() {
    SpKey old = SpKey.valid(100);
    SpKey fresh = SpKey.valid(800);
    String entityId = "https://sp.example/two-keys";
    JsonNode added =
        add(Map.of("metadata", SpKey.metadata(entityId, "", old, fresh), "encryption", "none"))
            .expect(201)
            .body();
    assertThat(added.get("certificates").findValuesAsText("use"))
        .filteredOn("signing"::equals)
        .hasSize(2);
    assertThat(new HttpBrowser().open(old.signedRequest(tenant, entityId)).shows("username"))
        .isTrue();
    assertThat(new HttpBrowser().open(fresh.signedRequest(tenant, entityId)).shows("username"))
        .isTrue();
    SpKey foreign = SpKey.valid(100);
    assertThat(new HttpBrowser().open(foreign.signedRequest(tenant, entityId)).shows("username"))
        .isFalse();
    assertThat(new HttpBrowser().open(SpKey.request(tenant, entityId)).shows("username")).isFalse();
  }

  @Test
  void theAssertionHasWhatWasAskedForAndNothingElse() {
    String entityId = "urn:sp:attributes";
    JsonNode added =
        add(Map.of(
                "entityId",
                entityId,
                "acs",
                List.of("https://sp.example/acs"),
                "requestsSigned",
                false,
                "nameIdFormat",
                "emailAddress",
                "nameIdSource",
                "userId",
                "sign",
                "both",
                "attributes",
                List.of(
                    Map.of("name", "mail", "source", "email"),
                    Map.of("name", "displayName", "source", "displayName"),
                    Map.of("name", "groups", "source", "groups", "format", "uri"))))
            .expect(201)
            .body();
    assertThat(added.get("saml").get("attributes")).hasSize(3);
    TestUser user = member("attributes");
    HttpBrowser browser =
        SignIn.firstTime(new HttpBrowser().open(SpKey.request(tenant, entityId)), user);
    String response = response(browser);
    assertThat(response)
        .contains("1.1:nameid-format:emailAddress", ">" + user.userId() + "</saml:NameID>")
        .contains("検査 花子", ">sales</saml:AttributeValue>")
        .doesNotContain("Name=\"Role\"");
    assertThat(response.split("<saml:Attribute ", -1)).hasSize(4);
    assertThat(response.split("<dsig:Signature ", -1)).hasSize(3);
  }

  @Test
  void whoIsNotAssignedGetsNoAssertion() {
    String entityId = "urn:sp:assigned";
    add(Map.of(
            "entityId",
            entityId,
            "acs",
            List.of("https://sp.example/acs"),
            "requestsSigned",
            false))
        .expect(201);
    HttpBrowser refused =
        SignIn.withPassword(
            new HttpBrowser().open(SpKey.request(tenant, entityId)), tenant.addUser("outsider"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).containsPattern("[0-9A-HJKMNP-TV-Z]{10}");
    assertThat(refused.page().select("input[name=SAMLResponse]")).isEmpty();
  }

  @Test
  void aMailGatewayThatWantsUnsolicitedResponsesIsReachedFromTheTile() {
    JsonNode added =
        add(
                "mail-gateway-saml",
                Map.of(
                    "entityId",
                    "urn:sp:mail",
                    "acs",
                    List.of("https://sp.example/acs"),
                    "requestsSigned",
                    false,
                    "idpInitiated",
                    "mail",
                    "relayState",
                    "https://sp.example/inbox"))
            .expect(201)
            .body();
    assertThat(added.get("saml").get("nameIdFormat").asText()).isEqualTo("emailAddress");
    TestUser user = member("unsolicited");
    HttpBrowser browser = SignIn.firstTime(user);
    JsonNode tiles = Portal.of(tenant, browser).get("/applications").body();
    String address = null;
    for (JsonNode tile : tiles) {
      if (tile.get("id").asText().equals("urn:sp:mail")) {
        address = tile.get("url").asText();
      }
    }
    browser.open(address);
    assertThat(response(browser)).contains(">" + user.userId() + "</saml:NameID>");
    assertThat(browser.page().select("input[name=RelayState]").attr("value"))
        .isEqualTo("https://sp.example/inbox");
    browser.open(address + "?RelayState=https%3A%2F%2Fevil.example");
    assertThat(browser.page().select("input[name=RelayState]").attr("value"))
        .as("a stranger's")
        .isEqualTo("https://sp.example/inbox");
    Map<String, Object> same =
        Map.of(
            "entityId",
            "urn:sp:mail-2",
            "acs",
            List.of("https://sp.example/acs"),
            "requestsSigned",
            false,
            "idpInitiated",
            "mail");
    assertThat(add(same).expect(400).problem()).isEqualTo("request-invalid");
  }

  @Test
  void badMetadataIsRefusedWithItsReason() throws IOException, InterruptedException {
    SpKey key = SpKey.valid(100);
    String good = SpKey.metadata("https://sp.example/bad", "", key);
    Map<String, String> bad = new HashMap<>();
    bad.put("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + good, "DOCUMENT_TYPE");
    bad.put("nonsense", "NOT_XML");
    bad.put("<a/>", "NO_ENTITY_DESCRIPTOR");
    bad.put(good + " ".repeat(300_000), "TOO_LARGE");
    bad.put(
        SpKey.metadata("https://sp.example/bad", "validUntil=\"2020-01-01T00:00:00Z\"", key),
        "EXPIRED");
    for (Map.Entry<String, String> each : bad.entrySet()) {
      From.Reply refused = add(Map.of("metadata", each.getKey())).expect(400);
      assertThat(refused.problem()).isEqualTo("metadata-refused");
      assertThat(refused.body().get("reason").asText()).isEqualTo(each.getValue());
    }
    From.Reply unsigned = add(Map.of("metadata", good, "metadataSigner", "A".repeat(64)));
    assertThat(unsigned.expect(400).body().get("reason").asText()).isEqualTo("SIGNATURE_MISSING");
    JsonNode read =
        administrator
            .applications("POST", "/metadata", null, Map.of("metadata", good))
            .expect(200)
            .body();
    assertThat(read.get("entityId").asText()).isEqualTo("https://sp.example/bad");
    assertThat(file("application/samlmetadata+xml", good)).isEqualTo(200);
    assertThat(file("text/xml", "<a/>")).isEqualTo(400);
    assertThat(file("text/xml", " ".repeat(400_000))).isEqualTo(400);
  }

  private int file(String type, String body) throws IOException, InterruptedException {
    String url =
        tenant.url().replace("/realms/", "/admin/realms/") + "/sekisho/applications/metadata";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + administrator.token())
                .header("X-Forwarded-For", OFFICE.address())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void administratorsAreToldBeforeACertificateEnds() throws InterruptedException {
    try (Mailbox mailbox = new Mailbox().open()) {
      JsonNode added =
          add(Map.of("metadata", SpKey.metadata("https://sp.example/ending", "", SpKey.valid(10))))
              .expect(201)
              .body();
      assertThat(added.get("warnings").findValuesAsText("name")).contains("certificate-expires");
      Mailbox.Mail mail = mailbox.await(ADMINISTRATOR, EXPIRING);
      assertThat(mail.text()).contains("SAMLの検査");
      // Later than the first: in each round its mail, if it were sent again, would come before.
      String end =
          java.time.Instant.now().plus(java.time.Duration.ofDays(12)).toString().substring(0, 19);
      String metadata =
          SpKey.metadata(
              "https://sp.example/ending-metadata",
              "validUntil=\"" + end + "Z\"",
              SpKey.valid(400));
      add("saml", "二つ目", Map.of("metadata", metadata)).expect(201);
      mailbox.await(ADMINISTRATOR, EXPIRING, "二つ目");
      // Mails about other things, such as the own phone, find their way to the relay as well.
      assertThat(mailbox.to(ADMINISTRATOR))
          .filteredOn(got -> got.subject().contains(EXPIRING))
          .hasSize(2);
    }
  }

  @Test
  void sha1IsForOneApplicationOnlyAndIsWarnedOf() {
    JsonNode added =
        add(Map.of(
                "entityId",
                "urn:sp:sha1",
                "acs",
                List.of("https://sp.example/acs"),
                "requestsSigned",
                false,
                "signatureAlgorithm",
                "rsa-sha1"))
            .expect(201)
            .body();
    assertThat(added.get("warnings").findValuesAsText("name")).containsExactly("sha1-signature");
    HttpBrowser browser =
        SignIn.firstTime(
            new HttpBrowser().open(SpKey.request(tenant, "urn:sp:sha1")), member("sha1"));
    assertThat(response(browser)).contains("xmldsig#rsa-sha1");
  }

  @Test
  void signOutMessagesOfTheCatalogueAreSigned() {
    String entityId = "urn:sp:told";
    Map<String, Object> saml = new HashMap<>();
    saml.put("entityId", entityId);
    saml.put("acs", List.of("https://sp.example/acs"));
    saml.put("logoutUrl", "https://sp.example/logout");
    saml.put("requestsSigned", false);
    add(saml).expect(201);
    saml.put("sign", "assertion");
    saml.put("entityId", "urn:sp:told-2");
    assertThat(add(saml).expect(400).problem()).isEqualTo("request-invalid");
    HttpBrowser browser =
        SignIn.firstTime(new HttpBrowser().open(SpKey.request(tenant, entityId)), member("told"));
    assertThat(response(browser).split("<dsig:Signature ", -1)).hasSize(3);

    browser.open(tenant.url() + "/protocol/openid-connect/logout?client_id=main-menu");
    browser.submit(Map.of("confirmLogout", "true"));

    SamlAnswer told = SamlAnswer.in(browser);
    assertThat(told.action()).isEqualTo("https://sp.example/logout");
    assertThat(told.xml()).contains("LogoutRequest", "<dsig:Signature ");
  }

  /** Two users with one mail address are one person to who knows people by it. */
  @Test
  void whoSharesAMailAddressIsNotSentToAnApplicationThatKnowsPeopleByIt() {
    Map<String, Object> saml = new HashMap<>();
    saml.put("entityId", "urn:sp:by-mail");
    saml.put("acs", List.of("https://sp.example/acs"));
    saml.put("requestsSigned", false);
    add("mail-gateway-saml", saml).expect(201);
    saml.put("entityId", "urn:sp:by-id");
    saml.put("nameIdSource", "userId");
    add("mail-gateway-saml", saml).expect(201);
    TestUser one = member("shares-1");
    TestUser other = member("shares-2");
    for (TestUser user : List.of(one, other)) {
      ObjectNode stored = (ObjectNode) user.admin("GET", "", null).body();
      stored.put("email", "shared@saml-applications.example");
      user.admin("PUT", "", stored).orFail("The address");
    }

    HttpBrowser browser =
        SignIn.firstTime(new HttpBrowser().open(SpKey.request(tenant, "urn:sp:by-mail")), one);

    assertThat(browser.status()).isEqualTo(403);
    assertThat(browser.page().select("input[name=SAMLResponse]")).isEmpty();
    JsonNode refusal = refusal(browser);
    assertThat(refusal.get("error").asText()).isEqualTo("identifier_ambiguous");
    assertThat(refusal.get("request").get("message").asText()).isEqualTo("AuthnRequest");
    assertThat(refusal.get("request").get("Issuer").asText()).isEqualTo("urn:sp:by-mail");
    assertThat(refusal.get("remedy").get("en").asText()).contains("same mail address");
    browser.open(SpKey.request(tenant, "urn:sp:by-id"));
    assertThat(response(browser)).contains(">" + one.userId() + "</saml:NameID>");
  }

  private JsonNode refusal(HttpBrowser browser) {
    String reference = browser.text().replaceFirst("(?s).*?([0-9A-HJKMNP-TV-Z]{10}).*", "$1");
    return administrator.get("/refusals/" + reference).expect(200).body();
  }
}
