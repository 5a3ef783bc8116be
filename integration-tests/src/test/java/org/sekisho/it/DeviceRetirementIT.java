package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.it.From.OFFICE;
import static org.sekisho.it.From.OUTSIDE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.DevicePki;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.Operator;

/** A tenant's only issuing CA is taken out of service at once. */
@ExtendWith(Setup.class)
class DeviceRetirementIT {

  private static final String HOST = "retiring." + DevicePki.DOMAIN;
  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));

  private static final Mailbox MAILBOX = new Mailbox();

  @BeforeAll
  static void open() {
    MAILBOX.open();
  }

  @AfterAll
  static void close() {
    MAILBOX.close();
  }

  @Test
  void itsDevicesAreSignedOutTheirUsersToldAndTheirBrowsersAskedNoMore() throws Exception {
    TestTenant tenant = TestTenant.openWithDevices("retiring", "retiring.example");
    IdAdministrator administrator = IdAdministrator.of(tenant, OFFICE);
    tenant.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    String group =
        tenant.admin("GET", "/groups?search=devices", null).body().get(0).get("id").asText();
    administrator.rule(
        List.of("203.0.113.0/24"),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    TestUser active = member(tenant, "active", group);
    JsonNode tokens = tokens(tenant, active, TestDevice.enrol(administrator, active, "PC"));
    TestUser user = member(tenant, "idle", group);
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    ToldApplication told = new ToldApplication();
    TestApplication application =
        TestApplication.addTold(administrator, "told-of-devices", told.url());
    HttpBrowser browser = enter(IdAdministrator.request(tenant), user, device);
    JsonNode idle = IdAdministrator.tokens(OUTSIDE, tenant, browser);
    application.tokens(browser.open(application.request()));
    assertThat(sessions(user)).isEqualTo(1);
    assertThat(new DeviceTls(null).issuers(HOST)).hasSize(1);

    assertThat(retire().status()).isEqualTo(200);

    assertThat(refresh(tenant, tokens).status()).as("at once, by the row").isEqualTo(400);
    Eventually.holdsWithin(60, () -> sessions(user) == 0);
    Eventually.holds(() -> told.tokens().size() == 1);
    told.close();
    assertThat(refresh(tenant, idle).status()).isEqualTo(400);
    String serial = device.chain().get(0).getSerialNumber().toString(16);
    Eventually.holdsWithin(
        30, () -> tenant.hasEvent("REMOVE_CREDENTIAL", event -> tells(event, serial)));
    MAILBOX.await(user.userId(), "確認手段が削除されました");
    Eventually.holdsWithin(30, DeviceRetirementIT::isCutOff);
    assertThatThrownBy(() -> new DeviceTls(null).issuers(HOST)).isInstanceOf(IOException.class);
  }

  private static TestUser member(TestTenant tenant, String name, String group) {
    return tenant.addMember(name, group);
  }

  private static boolean tells(JsonNode event, String serial) {
    JsonNode details = event.path("details");
    return details.path("device_certificate").asText().equals(serial)
        && details.path("reason").asText().equals("AUTHORITY_RETIRED");
  }

  private static JsonNode tokens(TestTenant tenant, TestUser user, TestDevice device) {
    return IdAdministrator.tokens(
        OUTSIDE, tenant, enter(IdAdministrator.request(tenant), user, device));
  }

  private static HttpBrowser enter(String request, TestUser user, TestDevice device) {
    return OUTSIDE
        .browser()
        .withDevice(device)
        .open(request)
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", TestTenant.PASSWORD));
  }

  private static From.Reply refresh(TestTenant tenant, JsonNode tokens) {
    return IdAdministrator.refreshed(OUTSIDE, tenant, tokens);
  }

  private static int sessions(TestUser user) {
    return user.admin("GET", "/sessions", null).body().size();
  }

  private static Http.Answer retire() {
    Operator operator = new Operator(Setup.PORTS.serverUrl());
    return Http.send(
        "POST",
        Setup.PORTS.serverUrl() + "/admin/realms/retiring/sekisho/devices/authorities/1/retire",
        Map.of("atOnce", true, "ticket", "T-9"),
        operator.token());
  }

  private static boolean isCutOff() {
    try {
      return new DeviceTls(null).asks(HOST).isEmpty();
    } catch (IOException cutOff) {
      return true;
    }
  }
}
