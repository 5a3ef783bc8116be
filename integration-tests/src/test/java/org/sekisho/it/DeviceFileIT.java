package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files with keys that the server makes, for devices that can do no better. */
@ExtendWith(Setup.class)
class DeviceFileIT {

  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static OpenApi description;

  @BeforeAll
  static void open() {
    tenant = TestTenant.openWithDevices("device-files", "device-files.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
    description =
        new OpenApi(administrator.devices("GET", "/openapi.json", null).expect(200).body());
  }

  @BeforeEach
  void setUp() {
    administrator.refresh();
    allow(Map.of("serverMade", true, "hardwareRequired", false));
  }

  private static void allow(Map<String, ?> settings) {
    administrator.put("/devices", settings).expect(200);
  }

  private static JsonNode invite(String user) {
    return TestDevice.invite(administrator, tenant.addUser(user), "検査のAndroid", Map.of())
        .expect(201)
        .body();
  }

  private static JsonNode claim(JsonNode invited) {
    From.Reply claimed = TestDevice.claim(tenant, Map.of("token", TestDevice.token(invited)));
    description.check("claimEnrolment", claimed);
    return claimed.expect(200).body();
  }

  private static From.Reply file(JsonNode claimed) {
    From.Reply reply = page("/pkcs12", claimed, Map.of("platform", "Android 12 · Chrome"));
    description.check("makeDeviceFile", reply);
    return reply;
  }

  private static From.Reply page(String path, JsonNode claimed, Map<String, ?> more) {
    Map<String, Object> body = new java.util.HashMap<>(more);
    body.put("claim", claimed.get("claim").asText());
    return new From("203.0.113.251").send("POST", TestDevice.page(tenant) + path, null, null, body);
  }

  private static JsonNode progress(JsonNode invited) {
    From.Reply reply =
        administrator.devices("GET", "/invitations/" + invited.get("id").asText(), null);
    description.check("invitationProgress", reply);
    return reply.expect(200).body();
  }

  private static TestDevice opened(JsonNode made, String passPhrase) throws Exception {
    byte[] file = Base64.getDecoder().decode(made.get("pkcs12").asText());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), passPhrase.toCharArray());
    String alias = store.aliases().nextElement();
    List<X509Certificate> chain =
        Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
    PrivateKey key = (PrivateKey) store.getKey(alias, passPhrase.toCharArray());
    return new TestDevice(made.get("deviceId").asText(), key, chain);
  }

  @Test
  void withoutTheSettingTheServerMakesNone() {
    allow(Map.of("serverMade", false));
    JsonNode claimed = claim(invite("off"));
    assertThat(claimed.get("serverMade").asBoolean()).isFalse();

    assertThat(file(claimed).expect(403).problem()).isEqualTo("server-made-not-allowed");

    TestDevice.send(tenant, claimed.get("claim").asText(), TestDevice.request(TestDevice.keyPair()))
        .expect(200);
  }

  @Test
  void theFileGoesToTheDeviceAndThePassPhraseToWhoeverInvited() throws Exception {
    JsonNode invited = invite("android");
    JsonNode claimed = claim(invited);
    assertThat(claimed.get("serverMade").asBoolean()).isTrue();
    assertThat(progress(invited).has("passphrase")).as("before there is a file").isFalse();

    JsonNode made = file(claimed).expect(200).body();
    JsonNode told = progress(invited);

    String passPhrase = told.get("passphrase").asText();
    TestDevice device = opened(made, passPhrase);
    remember(device, made, passPhrase);
    assertThat(made.toString()).doesNotContain(passPhrase);
    assertThat(device.chain()).as("leaf and issuing CA, and no root").hasSize(2);
    assertThat(progress(invited).has("passphrase")).as("a second time").isFalse();
    assertThat(file(claimed).expect(404).problem()).isEqualTo("enrolment-unknown");
    URI seen =
        new DeviceTls(device)
            .get(URI.create(made.get("checkUrl").asText()), OFFICE.address(), Map.of())
            .location();
    assertThat(seen.toString()).endsWith("outcome=ACTIVE");
    JsonNode row =
        administrator
            .devices("GET", "?user=android@device-files.example", null)
            .body()
            .get("devices")
            .get(0);
    assertThat(row.get("method").asText()).isEqualTo("SERVER");
    assertThat(row.get("hardwareBound").asBoolean()).isFalse();
    assertThat(row.get("serial").asText())
        .isEqualTo(device.chain().get(0).getSerialNumber().toString(16));
  }

  /** No log may hold one of them, see {@code LogsHoldNoSecretsIT}. */
  private static void remember(TestDevice device, JsonNode made, String passPhrase) {
    TestTenant.SECRETS.add(passPhrase);
    TestTenant.SECRETS.add(made.get("pkcs12").asText());
    TestTenant.SECRETS.add(Base64.getEncoder().encodeToString(device.key().getEncoded()));
  }

  @Test
  void ofManyWhoAskAtOnceOneIsToldThePassPhrase() throws Exception {
    JsonNode invited = invite("many-ask");
    file(claim(invited)).expect(200);
    ExecutorService many = Executors.newFixedThreadPool(6);
    try {
      Callable<Boolean> one = () -> progress(invited).has("passphrase");
      List<Boolean> told = new ArrayList<>();
      for (Future<Boolean> answer : many.invokeAll(List.of(one, one, one, one, one, one))) {
        told.add(answer.get());
      }
      assertThat(told).containsOnlyOnce(true);
    } finally {
      many.shutdown();
    }
  }

  @Test
  void neitherKeyNorPassPhraseIsInTheDatabase() throws Exception {
    JsonNode invited = invite("database");
    JsonNode made = file(claim(invited)).expect(200).body();
    byte[] between = databaseWith(serial("database@device-files.example"));
    String passPhrase = progress(invited).get("passphrase").asText();
    TestDevice device = opened(made, passPhrase);
    remember(device, made, passPhrase);
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) device.key();
    String later = invite("told-before-this").get("id").asText();

    for (byte[] content : List.of(between, databaseWith(later))) {
      String serial = device.chain().get(0).getSerialNumber().toString(16);
      assertThat(holds(content, text(serial))).as("the search finds what is there").isTrue();
      assertThat(holds(content, text(passPhrase))).as("pass phrase").isFalse();
      assertThat(holds(content, text(passPhrase.replace("-", "")))).as("pass phrase").isFalse();
      byte[] prime = key.getPrimeP().toByteArray();
      assertThat(holds(content, Arrays.copyOfRange(prime, 1, 40))).as("key").isFalse();
      String base64 = Base64.getEncoder().encodeToString(key.getEncoded()).substring(48, 88);
      assertThat(holds(content, text(base64))).as("key").isFalse();
      String file = made.get("pkcs12").asText().substring(200, 260);
      assertThat(holds(content, text(file))).as("file").isFalse();
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String serial(String userId) {
    JsonNode rows = administrator.devices("GET", "?user=" + userId, null).expect(200).body();
    return rows.get("devices").get(0).get("serial").asText();
  }

  /** The file of the database once it holds a text, and with it whatever was committed before. */
  private static byte[] databaseWith(String mark) throws InterruptedException {
    AtomicReference<byte[]> content = new AtomicReference<>();
    Eventually.holds(
        () -> {
          content.set(database());
          return holds(content.get(), text(mark));
        });
    return content.get();
  }

  private static byte[] database() {
    try {
      return Files.readAllBytes(Setup.LAYOUT.work().resolve("keycloak/data/h2/keycloakdb.mv.db"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean holds(byte[] content, byte[] part) {
    for (int i = 0; i <= content.length - part.length; i++) {
      if (content[i] == part[0]
          && Arrays.equals(content, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aUserIsToldForOwnLinksAndNotForThoseOfAnAdministrator() throws Exception {
    allow(Map.of("firstDeviceUntil", System.currentTimeMillis() + Duration.ofHours(1).toMillis()));
    TestUser user = tenant.addUser("own-file");
    String token = TestToken.of(user).get("access_token").asText();
    String own = tenant.url() + "/sekisho-devices";
    From.Reply listed = OFFICE.send("GET", own, token, null, null);
    description.check("listOwnDevices", listed);
    assertThat(listed.expect(200).body().get("enrolment").get("allowed").asBoolean()).isTrue();
    From.Reply mine =
        OFFICE.send("POST", own + "/enrolments", token, null, Map.of("deviceName", "自分のAndroid"));
    description.check("enrolOwnDevice", mine);
    JsonNode made = file(claim(mine.expect(201).body())).expect(200).body();
    String id = mine.body().get("id").asText();

    administrator.devices("GET", "/invitations/" + id, null).expect(404);
    JsonNode told = ownProgress(own + "/enrolments/" + id, token);
    opened(made, told.get("passphrase").asText());
    assertThat(ownProgress(own + "/enrolments/" + id, token).has("passphrase")).isFalse();

    JsonNode invited =
        TestDevice.invite(administrator, user, "会社のAndroid", Map.of()).expect(201).body();
    file(claim(invited)).expect(200);
    String theirs = own + "/enrolments/" + invited.get("id").asText();
    assertThat(ownProgress(theirs, token).has("passphrase")).isFalse();
    assertThat(progress(invited).has("passphrase")).isTrue();
  }

  private static JsonNode ownProgress(String url, String token) {
    From.Reply reply = OFFICE.send("GET", url, token, null, null);
    description.check("ownEnrolmentProgress", reply);
    return reply.expect(200).body();
  }

  @Test
  void whereKeysMustBeInHardwareNoOthersAreCertified() {
    allow(Map.of("serverMade", false, "hardwareRequired", true));
    JsonNode claimed = claim(invite("hardware"));
    String request = TestDevice.request(TestDevice.keyPair());
    for (String method : List.of("BROWSER", "REQUEST")) {
      From.Reply refused =
          page("/certificate", claimed, Map.of("request", request, "method", method));
      description.check("certifyDevice", refused);
      assertThat(refused.expect(403).problem()).isEqualTo("hardware-key-needed");
    }
    From.Reply taken =
        page("/certificate", claimed, Map.of("request", request, "method", "SCRIPT"));
    description.check("certifyDevice", taken);
    taken.expect(200);
    description.check("enrolmentStatus", page("/status", claimed, Map.of()).expect(200));
  }
}
