package org.sekisho.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.ClientConnection;
import org.sekisho.testsupport.Fake;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.5, 203.0.113.5",
    "0:0:0:0:0:0:0:1, ::1",
    "fe80:0:0:0:0:0:0:1%eth0, fe80::1",
    "::ffff:203.0.113.5, 203.0.113.5"
  })
  void anAddressIsReadAsKeycloakNotesIt(String noted, String address) {
    assertThat(ClientAddress.parse(noted)).map(IpAddress::toString).contains(address);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "unknown", "_hidden", "proxy.example", "203.0.113.5:8080"})
  void whatIsNoAddressIsUnknown(String noted) {
    assertThat(ClientAddress.parse(noted)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.5, 203.0.113.5",
    "::ffff:203.0.113.5, 203.0.113.5",
    "2001:db8:1:2::5, 2001:db8:1:2::/64",
    "2001:db8:1:2:ffff::6, 2001:db8:1:2::/64",
    "2001:db8:1:3::5, 2001:db8:1:3::/64",
    "unix-socket, unknown"
  })
  void oneHostIsOneCallerWhateverAddressesItTakes(String address, String caller) {
    assertThat(ClientAddress.caller(from(address))).isEqualTo(caller);
  }

  private static ClientConnection from(String address) {
    return Fake.of(ClientConnection.class, Map.of("getRemoteAddr", none -> address));
  }

  @Test
  void headersAreNotBelievedWithoutTrustedProxies() {
    assertThat(trust("xforwarded", null, false).warning())
        .contains(ProxyTrust.Warning.HEADERS_OF_ANYBODY);
    assertThat(trust("xforwarded", " ", false).warning())
        .contains(ProxyTrust.Warning.HEADERS_OF_ANYBODY);
    assertThat(trust("xforwarded", "10.0.0.1, 0.0.0.0/0", false).warning())
        .contains(ProxyTrust.Warning.HEADERS_OF_ANYBODY);
    assertThat(trust("xforwarded", "10.0.0.1,fd00::/8", false).warning()).isEmpty();
  }

  @Test
  void aServerWithoutProxyIsToldSo() {
    assertThat(trust(null, null, false).warning()).contains(ProxyTrust.Warning.NO_PROXY_KNOWN);
    assertThat(trust(null, null, true).warning()).contains(ProxyTrust.Warning.PORT_OF_ANYBODY);
  }

  private static ProxyTrust trust(String headers, String addresses, boolean protocol) {
    return new ProxyTrust(Optional.ofNullable(headers), Optional.ofNullable(addresses), protocol);
  }
}
