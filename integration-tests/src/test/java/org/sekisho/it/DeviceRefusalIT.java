package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.it.DeviceVisit.begin;
import static org.sekisho.it.From.OFFICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Certificates that look like those of enrolled devices and open nothing. That the client gets any
 * answer shows that the handshake was not refused.
 */
@ExtendWith(Setup.class)
class DeviceRefusalIT {

  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));

  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static String group;

  @BeforeAll
  static void open() {
    tenant = TestTenant.openWithDevices("refusals", "refusals.example");
    administrator = IdAdministrator.of(tenant, OFFICE);
    tenant.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    group = tenant.admin("GET", "/groups?search=devices", null).body().get(0).get("id").asText();
    administrator.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
  }

  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static TestUser user(String name) {
    return tenant.addMember(name, group);
  }

  private static String fault(TestDevice device, TestUser user) {
    return DeviceVisit.fault(begin(device, user));
  }

  private static JsonNode refusal(HttpBrowser browser) {
    String shown = browser.page().select("#referenceNumber").text();
    String reference = shown.substring(shown.length() - 10);
    return administrator.get("/refusals/" + reference).expect(200).body();
  }

  /** Of a certificate of the tenant's that ends with its row, each alone is enough. */
  @ParameterizedTest
  @CsvSource({"-1, -1", "-1, 20", "20, -1"})
  void anExpiredCertificateIsRefusedOnAPageOfOurs(int certificateEnds, int rowEnds)
      throws Exception {
    Instant now = Instant.now();
    TestUser user = user("expired" + certificateEnds + "-" + rowEnds);
    TenantAuthority authority = TenantAuthority.of(tenant);
    TestDevice device =
        authority.certify(
            TestDevice.enrol(administrator, user, "PC"),
            now.plus(Duration.ofDays(certificateEnds)));
    authority.register(device, now.plus(Duration.ofDays(20)));
    if (certificateEnds > 0) {
      assertThat(begin(device, user).shows("password")).as("it is good until then").isTrue();
    }
    authority.register(device, now.plus(Duration.ofDays(rowEnds)));

    assertThat(fault(device, user)).isEqualTo("Expired");
    assertThat(
            tenant.hasEvent(
                "LOGIN_ERROR",
                event ->
                    event.path("error").asText().equals("device_certificate_expired")
                        && event.path("userId").asText().equals(user.id())))
        .isTrue();
  }

  /** A copy of the CA's key alone enrols nothing, and no other certificate of the device counts. */
  @Test
  void aCertificateOfTheTenantsOwnAuthorityThatNobodyEnrolledOpensNothing() throws Exception {
    TestUser user = user("unknown");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    TestDevice unknown =
        TenantAuthority.of(tenant).certify(device, Instant.now().plus(Duration.ofDays(20)));
    HttpBrowser browser = begin(unknown, user);
    assertThat(browser.page().select("#sk-device-fault").attr("data-fault")).isEqualTo("Foreign");
    assertThat(refusal(browser).get("error").asText()).isEqualTo("device_foreign");
    assertThat(refusal(browser).get("remedy").get("en").asText()).contains("choose another");
    assertThat(begin(device, user).shows("password")).as("the enrolled one").isTrue();
  }

  @Test
  void aSelfSignedCertificateOpensNothing() {
    TestUser user = user("selfmade");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    X500Name itsName =
        X500Name.getInstance(device.chain().get(0).getSubjectX500Principal().getEncoded());
    X500Name authoritysName =
        X500Name.getInstance(device.chain().get(1).getSubjectX500Principal().getEncoded());
    for (X500Name name : List.of(itsName, authoritysName)) {
      KeyPair keys = TestDevice.keyPair();
      TestDevice own =
          new TestDevice(device.id(), keys.getPrivate(), List.of(TestLeaf.selfSigned(keys, name)));
      assertThat(fault(own, user)).isEqualTo("Foreign");
    }
  }

  @Test
  void anEnrolledDeviceOfAnotherTenantOpensNothing() {
    TestTenant other = TestTenant.openWithDevices("refusals-b", "refusals-b.example");
    IdAdministrator stranger = IdAdministrator.of(other, OFFICE);
    TestDevice foreign = TestDevice.enrol(stranger, other.addUser("same"), "PC");
    assertThat(fault(foreign, user("same"))).isEqualTo("Foreign");
  }
}
