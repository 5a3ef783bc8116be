package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.sekisho.it.DeviceVisit.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.launcher.DevicePki;
import org.sekisho.testsupport.ForgedHeaders;

/** The sign-in pages and the listener by TLS, behind the load balancer as it is shipped. */
@ExtendWith(Setup.class)
class LoadBalancerIT {

  private static final Map<String, Object> DEVICE =
      Map.of("factors", List.of(List.of("password"), List.of("device-certificate")));

  /** Addresses of clients as the load balancer sees them; it itself comes from 127.0.0.1. */
  private static final String CLIENT = "127.0.0.77";

  private static final String OTHER_CLIENT = "127.0.0.78";

  private static final int PUBLIC = BalancedServer.BALANCER + 1;
  private static final String LISTENER = "balanced." + DevicePki.DOMAIN;
  private static final From ADMINISTRATOR = new From(null);

  private static BalancedServer server;
  private static HaProxy haProxy;
  private static Relay network;
  private static TestTenant tenant;
  private static IdAdministrator administrator;
  private static String group;

  @BeforeAll
  static void open() throws Exception {
    server = BalancedServer.start();
    tenant =
        TestTenant.openWithDevicesAt(
            server.apiUrl(), BalancedServer.LAYOUT, "balanced", "balanced.example");
    administrator = IdAdministrator.of(tenant, ADMINISTRATOR);
    tenant.admin("POST", "/groups", Map.of("name", "devices")).orFail("Group");
    group = tenant.admin("GET", "/groups?search=devices", null).body().get(0).get("id").asText();
    administrator.rule(
        List.of(),
        List.of(
            IdAdministrator.policy("Devices", List.of("/devices"), List.of(), DEVICE, DEVICE),
            IdAdministrator.everybody(IdAdministrator.TWO, IdAdministrator.TWO)));
    Eventually.holdsWithin(60, LoadBalancerIT::isAskedFor);
    Optional<Path> program = HaProxy.program();
    if (program.isPresent()) {
      haProxy = HaProxy.start(program.get());
      network = Relay.at(PUBLIC, Way.boundTo(CLIENT, BalancedServer.BALANCER));
    }
  }

  @AfterAll
  static void close() throws IOException {
    if (network != null) {
      network.close();
      haProxy.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void refresh() {
    administrator.refresh();
  }

  private static boolean isAskedFor() {
    try {
      return listener(null).asks(LISTENER).filter(names -> !names.isEmpty()).isPresent();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static DeviceTls listener(TestDevice device) {
    return new DeviceTls(device, Way.announced(BalancedServer.CERTAUTH));
  }

  private static void needsHaProxy() {
    assumeThat(haProxy).as("HAProxy is not installed (Debian: haproxy)").isNotNull();
  }

  private static TestUser user(String name) {
    return tenant.addMember(name, group);
  }

  /** A browser at the client's address. */
  private static HttpBrowser browser(TestDevice device) {
    return new HttpBrowser()
        .withTls(new DeviceTls(device, Way.boundTo(CLIENT, BalancedServer.BALANCER)));
  }

  private static HttpBrowser begin(HttpBrowser browser, TestUser user) {
    return browser
        .open("https://localhost:" + PUBLIC + "/realms/balanced/sekisho/menu")
        .submit(Map.of("username", user.userId()));
  }

  private static List<String> addresses(TestUser user, String type) {
    return tenant.events(type).stream()
        .filter(event -> event.path("userId").asText().equals(user.id()))
        .map(event -> event.path("ipAddress").asText())
        .toList();
  }

  @Test
  void theSignInPagesAskNobodyForACertificate() throws IOException {
    assertThat(listener(null).asks(LISTENER)).as("the listener does").isPresent();
    for (String host : List.of("localhost", "login.localhost", LISTENER)) {
      assertThat(new DeviceTls(null, Way.announced(BalancedServer.SIGN_IN)).asks(host))
          .as(host)
          .isEmpty();
    }
  }

  @Test
  void aSignInThroughTheBalancerIsTheClients() {
    needsHaProxy();
    TestUser user = user("through");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    HttpBrowser browser =
        begin(browser(device).withHeader("X-Forwarded-For", "203.0.113.9"), user)
            .submit(Map.of("password", TestTenant.PASSWORD));
    assertThat(browser.location())
        .startsWith("https://localhost:" + PUBLIC + "/realms/balanced/account/");
    assertThat(addresses(user, "LOGIN")).containsExactly(CLIENT);
    JsonNode row = administrator.devices("GET", "?user=" + user.userId(), null).body();
    assertThat(row.get("devices").get(0).get("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void anAnswerThatAnotherClientFetchedOpensNothing() {
    needsHaProxy();
    TestUser user = user("fetched");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    HttpBrowser browser = begin(new HttpBrowser().stopAtListener(), user);
    URI back =
        new DeviceTls(device, Way.boundTo(OTHER_CLIENT, BalancedServer.BALANCER))
            .get(browser.stoppedAt(), "", Map.of("User-Agent", HttpBrowser.agent()))
            .location();
    assertThat(fault(browser.open(back.toString()))).isEqualTo("Stale");
    assertThat(addresses(user, "LOGIN_ERROR")).containsExactly(CLIENT);
  }

  @Test
  void headersThatTellOfCertificatesAreNothing() {
    needsHaProxy();
    TestUser user = user("headers");
    TestDevice device = TestDevice.enrol(administrator, user, "PC");
    Map<String, String> forged = new HashMap<>(ForgedHeaders.of(device.chain().get(0)));
    forged.put("User-Agent", HttpBrowser.agent());
    HttpBrowser browser = new HttpBrowser().stopAtListener();
    forged.forEach(browser::withHeader);
    URI back =
        new DeviceTls(null, Way.boundTo(CLIENT, BalancedServer.BALANCER))
            .get(begin(browser, user).stoppedAt(), "", forged)
            .location();
    assertThat(fault(browser.open(back.toString()))).isEqualTo("Missing");
  }

  /** The balancer's own header comes first, so the client's is no handshake. */
  @Test
  void aClientThatSendsAHeaderOfTheBalancersGetsNothing() throws IOException {
    needsHaProxy();
    byte[] first =
        "PROXY TCP4 203.0.113.9 127.0.0.1 40000 443\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] second =
        HexFormat.of()
            .parseHex(
                "0d0a0d0a000d0a515549540a" + "2111000c" + "cb007109" + "7f000001" + "9c4001bb");
    for (String host : List.of("localhost", LISTENER)) {
      new DeviceTls(null, Way.direct(BalancedServer.BALANCER)).asks(host);
      for (byte[] header : List.of(first, second)) {
        assertThatThrownBy(() -> new DeviceTls(null, after(header)).asks(host))
            .as(host)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private static Way after(byte[] header) {
    return client -> {
      Socket socket = Way.direct(BalancedServer.BALANCER).open(client);
      socket.getOutputStream().write(header);
      return socket;
    };
  }

  /** Whoever gets past the balancer to a port has no address, and no handshake. */
  @Test
  void whoComesWithoutTheBalancersHeaderGetsNothing() {
    for (int port : List.of(BalancedServer.SIGN_IN, BalancedServer.CERTAUTH)) {
      assertThatThrownBy(() -> new DeviceTls(null, Way.direct(port)).asks(LISTENER))
          .isInstanceOf(IOException.class);
    }
  }
}
