package org.sekisho.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0/24",
    "203.0.113.77/24, 203.0.113.0/24",
    "203.0.113.77/32, 203.0.113.77",
    "203.0.113.77, 203.0.113.77",
    "' 10.0.0.0/8 ', 10.0.0.0/8",
    "0.0.0.0/0, 0.0.0.0/0",
    "255.255.255.255, 255.255.255.255",
    "::ffff:203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7/120, 203.0.113.0/24",
    "::FFFF:cb00:7107/128, 203.0.113.7",
    "2001:DB8::/32, 2001:db8::/32",
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
    "2001:db8:1:2:3:4:5:6/64, 2001:db8:1:2::/64",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::/0, ::/0",
    "::1, ::1",
    "fe80::/10, fe80::/10",
    "2001:db8::ff/127, 2001:db8::fe/127"
  })
  void oneBlockHasOneText(String written, String canonical) {
    assertThat(Network.parse(written)).map(Network::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "office.example.jp",
        "localhost",
        "203.0.113.0/33",
        "203.0.113.0/-1",
        "203.0.113.0/024",
        "203.0.113",
        "203.0.113.256",
        "203.0.113.010",
        "3405803783",
        "0x7f.1",
        "203.0.113.0/24/8",
        "203.0.113.1-9",
        "*.1",
        "2001:db8::/129",
        "2001:db8:::1",
        "1::2::3",
        "2001:db8::g",
        "::ffff:203.0.113.7/95",
        "fe80::1%eth0",
        "[2001:db8::1]",
        "203.0.113.1 ,",
        "２０３.0.113.1",
        "1:2:3:4:5:6:7:8:9",
        "203.0.113.1.",
        "dead:"
      })
  void whatIsNoAddressIsRefused(String written) {
    assertThat(Network.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0, true",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.0/24, 203.0.112.255, false",
    "203.0.113.0/24, ::ffff:203.0.113.9, true",
    "128.0.0.0/1, 255.0.0.1, true",
    "128.0.0.0/1, 127.255.255.255, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 203.0.113.9, false",
    "::/0, 2001:db8::1, true",
    "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
    "2001:db8::/32, 2001:db9::, false",
    "8000::/1, ffff::1, true",
    "8000::/1, 7fff::1, false",
    "2001:db8::fe/127, 2001:db8::ff, true",
    "2001:db8::fe/127, 2001:db8::100, false"
  })
  void aBlockHoldsItsAddressesOfItsFamily(String block, String address, boolean inside) {
    Network network = Network.parse(block).orElseThrow();
    IpAddress ip = IpAddress.parse(address).orElseThrow();
    assertThat(network.contains(ip)).isEqualTo(inside);
    assertThat(NetworkSet.of(java.util.List.of(network)).contains(ip)).isEqualTo(inside);
  }
}
