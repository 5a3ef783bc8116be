package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a device may ask of its certificate: nothing; and with which key: one that nobody has. */
@ExtendWith(Setup.class)
class DeviceRequestIT {

  private static final X500Name FOREIGN = new X500Name("CN=someone@else.example,OU=Administrators");

  private static TestTenant tenant;
  private static IdAdministrator administrator;

  @BeforeAll
  static void open() {
    tenant = TestTenant.openWithDevices("requests", "requests.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
  }

  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static String claim(TestUser user) {
    JsonNode invited = TestDevice.invite(administrator, user, "検査のPC", Map.of()).expect(201).body();
    return TestDevice.claim(tenant, Map.of("token", TestDevice.token(invited)))
        .expect(200)
        .body()
        .get("claim")
        .asText();
  }

  @Test
  void namesAndExtensionsOfARequestAreNothing() throws Exception {
    TestUser user = tenant.addUser("names");
    KeyPair keys = TestDevice.keyPair();
    String request = TestDevice.request(keys, FOREIGN, ofAnAuthority());
    TestDevice device =
        TestDevice.of(keys, TestDevice.send(tenant, claim(user), request).expect(200).body());
    X509Certificate leaf = device.chain().get(0);
    assertThat(leaf.getSubjectX500Principal().getName())
        .contains("検査のPC")
        .doesNotContain("else.example", "Administrators", user.userId());
    assertThat(leaf.getBasicConstraints()).as("no CA").isEqualTo(-1);
    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactly(List.of(GeneralName.uniformResourceIdentifier, "urn:uuid:" + device.id()));
    assertThat(leaf.getExtendedKeyUsage()).containsExactly(KeyPurposeId.id_kp_clientAuth.getId());
    boolean[] uses = leaf.getKeyUsage();
    assertThat(uses[0]).as("digitalSignature").isTrue();
    assertThat(uses[5]).as("keyCertSign").isFalse();
    assertThat(uses[6]).as("cRLSign").isFalse();
  }

  private static Extensions ofAnAuthority() throws IOException {
    ExtensionsGenerator wanted = new ExtensionsGenerator();
    wanted.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    wanted.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    wanted.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage));
    wanted.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.rfc822Name, "someone@else.example"),
              new GeneralName(GeneralName.dNSName, "requests.certauth.localhost"),
              new GeneralName(
                  GeneralName.uniformResourceIdentifier,
                  "urn:uuid:00000000-0000-4000-8000-000000000000")
            }));
    return wanted.generate();
  }

  @Test
  void aKeyHasOneCertificateForEver() {
    TestUser user = tenant.addUser("again");
    KeyPair keys = TestDevice.keyPair();
    String request = TestDevice.request(keys);
    TestDevice device =
        TestDevice.of(keys, TestDevice.send(tenant, claim(user), request).expect(200).body());
    isRefusedAsKnown(TestDevice.send(tenant, claim(user), request));
    isRefusedAsKnown(TestDevice.send(tenant, claim(tenant.addUser("somebody")), request));

    administrator.devices("POST", "/" + device.id() + "/revoke", Map.of()).expect(204);
    isRefusedAsKnown(TestDevice.send(tenant, claim(user), request));
  }

  private static void isRefusedAsKnown(From.Reply reply) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.problem()).isEqualTo("certificate-request-refused");
    assertThat(reply.body().get("reason").asText()).isEqualTo("KEY_ALREADY_REGISTERED");
  }

  @Test
  void ofManyWhoSendOneKeyAtOnceOneHasACertificate() throws Exception {
    String request = TestDevice.request(TestDevice.keyPair());
    List<Callable<From.Reply>> all = new ArrayList<>();
    List<TestUser> users = new ArrayList<>();
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      TestUser user = tenant.addUser("many" + i);
      String claim = claim(user);
      users.add(user);
      claims.add(claim);
      all.add(() -> TestDevice.send(tenant, claim, request));
    }
    ExecutorService many = Executors.newFixedThreadPool(all.size());
    try {
      List<From.Reply> refused = new ArrayList<>();
      for (Future<From.Reply> answer : many.invokeAll(all)) {
        if (answer.get().status() != 200) {
          refused.add(answer.get());
        }
      }
      assertThat(refused).hasSize(all.size() - 1).allSatisfy(DeviceRequestIT::isRefusedAsKnown);
    } finally {
      many.shutdown();
    }
    assertThat(users.stream().mapToInt(DeviceRequestIT::devices).sum()).isEqualTo(1);
    // Whoever was refused has used up nothing.
    assertThat(
            claims.stream()
                .map(
                    claim ->
                        TestDevice.send(tenant, claim, TestDevice.request(TestDevice.keyPair())))
                .filter(reply -> reply.status() == 200))
        .hasSize(all.size() - 1);
  }

  private static int devices(TestUser user) {
    return administrator
        .devices("GET", "?user=" + user.userId(), null)
        .expect(200)
        .body()
        .get("devices")
        .size();
  }
}
