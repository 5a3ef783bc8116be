package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sekisho.launcher.DevicePki;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** What must hold for enrolled devices on several nodes; {@link ClusterIT} says when. */
final class DeviceCluster {

  private static final String TENANT = "carried";
  private static final From HERE = new From("127.0.0.1");
  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));

  private final Cluster cluster;
  private final TestTenant tenant;
  private final IdAdministrator administrator;
  private final String group;

  private DeviceCluster(
      Cluster cluster, TestTenant tenant, IdAdministrator administrator, String group) {
    this.cluster = cluster;
    this.tenant = tenant;
    this.administrator = administrator;
    this.group = group;
  }

  static DeviceCluster open(Cluster cluster) {
    TestTenant tenant =
        TestTenant.openWithDevicesAt(cluster.first.url(), TENANT, TENANT + ".example");
    IdAdministrator administrator = IdAdministrator.of(tenant, HERE);
    tenant.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    String group = tenant.admin("GET", "/groups", null).body().get(0).get("id").asText();
    administrator.rule(
        List.of(),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    return new DeviceCluster(cluster, tenant, administrator, group);
  }

  /** The administrator's tokens end with the time that jobs and nodes need. */
  void refresh() {
    administrator.refresh();
  }

  private TestUser user(String name) {
    return tenant.addMember(name, group);
  }

  private String there(String url) {
    return url.replace(cluster.first.url(), cluster.second.url());
  }

  /** Begins at the first node, shows the certificate to the second one, and goes on there. */
  private HttpBrowser signInAcross(TestUser user, TestDevice device) {
    HttpBrowser browser = new HttpBrowser().stopAtListener().open(IdAdministrator.request(tenant));
    browser.submit(Map.of("username", user.userId()));
    URI back =
        new DeviceTls(device, cluster.second.listener())
            .get(browser.stoppedAt(), "127.0.0.1", Map.of("User-Agent", HttpBrowser.agent()))
            .location();
    assertThat(back.toString()).startsWith(cluster.first.url());
    browser.open(there(back.toString()));
    assertThat(browser.shows("password")).as("asked for a password on the other node").isTrue();
    return browser.post(
        there(browser.actionOf("password")), Map.of("password", TestTenant.PASSWORD));
  }

  void aSignInIsFinishedOnAnotherNodeThanItsDeviceWasSeenOn() {
    TestUser user = user("across");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    assertThat(signInAcross(user, device).location()).contains("code=");
  }

  void anInvitationOfOneNodeIsUsedOnceOnTheOthers() {
    TestUser user = user("invited");
    String token = token(user);
    String claim = claimThere(token);
    assertThat(TestDevice.claim(tenant, Map.of("token", token)).problem())
        .isEqualTo("enrolment-unknown");
    String request = TestDevice.request(TestDevice.keyPair());
    TestDevice.sendAt(there(TestDevice.page(tenant)), claim, request).expect(200);
    assertThat(TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())).problem())
        .isEqualTo("enrolment-unknown");
  }

  private String token(TestUser user) {
    return TestDevice.token(
        TestDevice.invite(administrator, user, "PC", Map.of()).expect(201).body());
  }

  private String claimThere(String token) {
    return TestDevice.claimAt(there(TestDevice.page(tenant)), Map.of("token", token))
        .expect(200)
        .body()
        .get("claim")
        .asText();
  }

  void revokingADeviceOnOneNodeEndsItsSessionsOnTheOtherAndIsPublishedByBoth() throws Exception {
    TestUser user = user("revoked");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    JsonNode tokens = IdAdministrator.tokens(HERE, tenant, signInAcross(user, device));
    assertThat(TestToken.refreshAt(cluster.second.url(), tenant, tokens).status()).isEqualTo(200);

    administrator.devices("POST", "/" + device.id() + "/revoke", Map.of()).expect(204);

    assertThat(TestToken.refreshAt(cluster.second.url(), tenant, tokens).status()).isEqualTo(400);
    HttpBrowser again = new HttpBrowser().stopAtListener().open(tenant.menuUrl());
    again.submit(Map.of("username", user.userId()));
    URI back =
        new DeviceTls(device, cluster.second.listener())
            .get(again.stoppedAt(), "127.0.0.1", Map.of("User-Agent", HttpBrowser.agent()))
            .location();
    assertThat(again.open(back.toString()).page().select("#sk-device-fault").attr("data-fault"))
        .isEqualTo("Revoked");
    for (Node node : List.of(cluster.first, cluster.second)) {
      assertThat(isRevokedByAnswer(node, 1, device)).as("the answer of " + node.url()).isTrue();
      Eventually.holdsWithin(120, () -> PublishedList.names(node.url(), TENANT, device));
    }
  }

  private static String pki(Node node, String what, int generation) {
    return node.url() + "/realms/master/sekisho-pki/" + what + "/" + TENANT + "/" + generation;
  }

  private static boolean isRevokedByAnswer(Node node, int generation, TestDevice device)
      throws Exception {
    X509Certificate issuer = device.chain().get(1);
    CertificateID id =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
            new JcaX509CertificateHolder(issuer),
            device.chain().get(0).getSerialNumber());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(pki(node, "ocsp", generation)))
            .header("Content-Type", "application/ocsp-request")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new OCSPReqBuilder().addRequest(id).build().getEncoded()))
            .build();
    byte[] body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    BasicOCSPResp answer = (BasicOCSPResp) new OCSPResp(body).getResponseObject();
    assertThat(
            answer.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(issuer.getPublicKey())))
        .isTrue();
    return answer.getResponses()[0].getCertStatus() instanceof RevokedStatus;
  }

  /** The test holds the row, so the node dies in the middle of it, and never before or after. */
  void aNodeKilledWhileItIssuesLeavesNothingAndAnotherGoesOn() throws Exception {
    TestUser user = user("killed");
    String token = token(user);
    String claim = claimThere(token);
    KeyPair keys = TestDevice.keyPair();
    String request = TestDevice.request(keys);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection held =
        cluster.holdRow("select ID from SEKISHO_ENROLMENT where USER_ID = ?", user.id())) {
      Future<Integer> issuing =
          thread.submit(
              () -> TestDevice.sendAt(there(TestDevice.page(tenant)), claim, request).status());
      cluster.awaitSomebodyWaiting();
      cluster.second.kill();
      assertThat(issuing).as("the call that was cut off").failsWithin(Duration.ofSeconds(30));
      held.rollback();
    } finally {
      thread.shutdownNow();
    }
    assertThat(devicesOf(user)).isZero();
    assertThat(TestDevice.claim(tenant, Map.of("token", token)).problem())
        .as("an address that was claimed")
        .isEqualTo("enrolment-unknown");
    TestDevice device =
        TestDevice.of(keys, TestDevice.send(tenant, claim, request).expect(200).body());
    assertThat(devicesOf(user)).isEqualTo(1);
    assertThat(TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())).problem())
        .isEqualTo("enrolment-unknown");
    cluster.start(cluster.second);
    assertThat(signInAcross(user, device).location()).contains("code=");
  }

  private long devicesOf(TestUser user) {
    return cluster.number("select count(*) from SEKISHO_DEVICE where USER_ID = ?", user.id());
  }

  void keysAreWrappedUnderTheNewKey() throws Exception {
    String others =
        "select count(*) from SEKISHO_ISSUING_CA where KEY_SCHEME = 'wrapped' and"
            + " substring(decode(KEY_MATERIAL, 'base64') from 3 for 4) <> 'next'::bytea";
    Eventually.holdsWithin(300, () -> cluster.number(others) == 0);
    assertThat(
            cluster.number("select count(*) from SEKISHO_ISSUING_CA where KEY_SCHEME = 'wrapped'"))
        .isPositive();
    refresh();
    TestUser user = user("rotated");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    assertThat(signInAcross(user, device).location()).contains("code=");
  }

  /** Node one makes the key, node two issues with it; both still answer for the former one. */
  void theNextGenerationIsInTheTokenOnEveryNodeAndGoesWithItsTenant() throws Exception {
    assumeThat(SoftToken.isInstalled()).as("SoftHSM2 is not installed").isTrue();
    assertThat(SoftToken.objects()).isZero();
    Operator operator = new Operator(cluster.first.url());
    operator.prepareDevices(TENANT, DevicePki.in(Setup.LAYOUT.devicePki()));
    assertThat(SoftToken.objects()).isPositive();
    TestUser user = user("token");
    String claim = claimThere(token(user));
    KeyPair keys = TestDevice.keyPair();
    TestDevice device =
        TestDevice.of(
            keys,
            TestDevice.sendAt(there(TestDevice.page(tenant)), claim, TestDevice.request(keys))
                .expect(200)
                .body());
    assertThat(device.chain().get(1).getSubjectX500Principal().getName()).contains("G2");
    assertThat(signInAcross(user, device).location()).contains("code=");
    for (Node node : List.of(cluster.first, cluster.second)) {
      assertThat(isRevokedByAnswer(node, 2, device)).as(node.url()).isFalse();
    }

    operator
        .send(
            "POST",
            "/tenants/" + TENANT + "/close",
            Map.of("ticket", "T-9", "confirmation", TENANT))
        .orFail("Closing");
    assertThat(SoftToken.objects()).as("while it can be restored").isPositive();
    Http.send("POST", tenant.url() + "/test-access/time-passed", null, null).orFail("Time");
    Eventually.holdsWithin(300, () -> SoftToken.objects() == 0);
    // A token knows nothing of transactions: the note goes after the key.
    Eventually.holds(() -> cluster.number("select count(*) from SEKISHO_FORGOTTEN_KEY") == 0);
    assertThat(cluster.number("select count(*) from SEKISHO_ISSUING_CA where TENANT = ?", TENANT))
        .isZero();
  }
}
