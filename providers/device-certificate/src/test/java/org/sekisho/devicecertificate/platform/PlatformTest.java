package org.sekisho.devicecertificate.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers call themselves, and which of it may be one device. */
class PlatformTest {

  private static final String MOZILLA = "Mozilla/5.0 ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WINDOWS|(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
        "WINDOWS|(Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "MACOS|(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15",
        "IOS|(iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1",
        "IOS|(iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1",
        "ANDROID|(Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36",
        "LINUX|(X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
        "LINUX|(X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "CHROME_OS|(X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36"
      })
  void isReadFromTheUserAgent(Platform platform, String agent) {
    assertThat(UserAgents.platform(MOZILLA + agent)).isEqualTo(platform);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-", "''", "curl/8.14.1", "Java-http-client/17.0.16"})
  void isUnknownWhereNothingIsTold(String agent) {
    assertThat(UserAgents.platform(agent)).isEqualTo(Platform.UNKNOWN);
  }

  @Test
  void aVeryLongUserAgentIsReadInItsBeginning() {
    assertThat(UserAgents.platform(MOZILLA + "x".repeat(16_000) + "(Windows NT 10.0)"))
        .isEqualTo(Platform.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "WINDOWS, WINDOWS, false, true",
    "WINDOWS, IOS, true, false",
    "WINDOWS, MACOS, true, false",
    "MACOS, IOS, true, true",
    "IOS, MACOS, true, true",
    "ANDROID, LINUX, true, true",
    "LINUX, ANDROID, true, true",
    "ANDROID, IOS, true, false",
    "WINDOWS, UNKNOWN, false, true",
    "UNKNOWN, IOS, false, true"
  })
  void twoClaimsContradictOrMayBeOneDevice(
      Platform one, Platform other, boolean differ, boolean sameDevice) {
    assertThat(one.differsFrom(other)).isEqualTo(differ);
    assertThat(one.mayBeSameDevice(other)).isEqualTo(sameDevice);
  }
}
