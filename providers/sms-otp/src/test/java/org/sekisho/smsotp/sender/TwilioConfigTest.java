package org.sekisho.smsotp.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;

class TwilioConfigTest {

  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final Map<String, String> COMPLETE =
      Map.of("account-sid", ACCOUNT, "auth-token", "s3cret-token", "from", "+815012345678");

  @Test
  void aCompleteConfigurationHasTheDefaults() {
    TwilioConfig config = TwilioConfig.of(scope(COMPLETE));
    assertThat(config)
        .isEqualTo(
            new TwilioConfig(
                ACCOUNT,
                "s3cret-token",
                "+815012345678",
                null,
                URI.create("https://api.twilio.com"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                16));
  }

  @ParameterizedTest
  @CsvSource({"account-sid", "auth-token", "from"})
  void whatIsMissingIsNamed(String name) {
    Map<String, String> values = new HashMap<>(COMPLETE);
    values.remove(name);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TwilioConfig.of(scope(values)))
        .withMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "account-sid, 0123456789abcdef0123456789abcdef",
    "account-sid, AC0123",
    "account-sid, AC0123456789abcdef0123456789abcdeg",
    "account-sid, AC0123456789abcdef0123456789abcdef/x",
    "auth-token, ' '",
    "from, 090-1234-5678",
    "from, +0123",
    "from, TooLongAName",
    "from, ''",
    "messaging-service-sid, MG0123",
    "messaging-service-sid, ''"
  })
  void whatIsMalformedIsNamedWithoutTheToken(String name, String value) {
    Map<String, String> values = new HashMap<>(COMPLETE);
    values.put(name, value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TwilioConfig.of(scope(values)))
        .withMessageContaining(name)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cret-token"));
  }

  @Test
  void aMessagingServiceTakesThePlaceOfTheSendingNumber() {
    Map<String, String> values = new HashMap<>(COMPLETE);
    values.remove("from");
    values.put("messaging-service-sid", SERVICE);
    TwilioConfig config = TwilioConfig.of(scope(values));
    assertThat(config.messagingServiceSid()).isEqualTo(SERVICE);
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 100, 1", "-1, 100, 100, 1", "2147483647, 30000, 60000, 1000"})
  void timeOutsAndConcurrencyStayWithinBounds(
      String value, long connectMillis, long totalMillis, int concurrent) {
    Map<String, String> values = new HashMap<>(COMPLETE);
    values.put("connect-timeout-ms", value);
    values.put("total-timeout-ms", value);
    values.put("max-concurrent", value);
    TwilioConfig config = TwilioConfig.of(scope(values));
    assertThat(config.connectTimeout()).hasMillis(connectMillis);
    assertThat(config.totalTimeout()).hasMillis(totalMillis);
    assertThat(config.maxConcurrent()).isEqualTo(concurrent);
  }

  @Test
  void whatPrintsTheConfigurationDoesNotPrintTheToken() {
    assertThat(TwilioConfig.of(scope(COMPLETE)).toString()).doesNotContain("s3cret-token");
  }

  @Test
  void anIncompleteConfigurationStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwilioSmsSenderFactory().init(scope(Map.of("account-sid", ACCOUNT))))
        .withMessageContaining("auth-token");
  }

  /** Server configuration from a map. */
  private static Config.Scope scope(Map<String, String> values) {
    return (Config.Scope)
        Proxy.newProxyInstance(
            Config.Scope.class.getClassLoader(),
            new Class<?>[] {Config.Scope.class},
            (proxy, method, arguments) -> {
              String value = values.get((String) arguments[0]);
              return switch (method.getName()) {
                case "get" -> value == null && arguments.length == 2 ? arguments[1] : value;
                case "getInt" -> value == null ? arguments[1] : Integer.valueOf(value);
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }
}
