package org.sekisho.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.Config;
import org.keycloak.email.EmailException;

class MailConfigTest {

  private static final Map<String, String> RELAY =
      Map.of(
          "host", "relay.example", "from", "id@relay.example", "user", "u", "password", "s3cret");

  private static Config.Scope scope(Map<String, String> options) {
    return (Config.Scope)
        Proxy.newProxyInstance(
            MailConfigTest.class.getClassLoader(),
            new Class<?>[] {Config.Scope.class},
            (proxy, method, arguments) -> {
              String value = options.get((String) arguments[0]);
              if (method.getName().equals("getInt")) {
                return value == null ? arguments[1] : Integer.valueOf(value);
              }
              return value != null || arguments.length < 2 ? value : arguments[1];
            });
  }

  @Test
  void withoutAHostThereIsNoRelayAndMailFailsWithAClearError() {
    assertThat(MailConfig.of(scope(Map.of()))).isEmpty();
    assertThatThrownBy(() -> ServerMailSender.choose(true, Map.of(), Optional.empty()))
        .isInstanceOf(EmailException.class)
        .hasMessageContaining("no mail relay");
  }

  @Test
  void theConnectionIsProtectedUnlessSomebodySaysOtherwise() {
    Map<String, String> smtp = MailConfig.of(scope(RELAY)).orElseThrow().asSmtpConfig();
    assertThat(smtp).containsEntry("ssl", "true").containsEntry("port", "465");
    assertThat(smtp).containsEntry("auth", "true").containsEntry("password", "s3cret");
  }

  @ParameterizedTest
  @CsvSource({"port,0", "port,70000", "from,nobody", "encryption,rot13", "encryption,none"})
  void whatCannotBeUsedStopsTheStartAndIsNamed(String option, String value) {
    Map<String, String> options = new HashMap<>(RELAY);
    options.put(option, value);
    assertThatThrownBy(() -> MailConfig.of(scope(options)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option);
  }

  @Test
  void whatPrintsTheConfigurationDoesNotPrintThePassword() {
    assertThat(MailConfig.of(scope(RELAY)).orElseThrow().toString()).doesNotContain("s3cret");
  }

  @Test
  void aTenantsOwnSettingsDoNotCountThoseOfOtherRealmsDo() throws EmailException {
    Map<String, String> own = Map.of("host", "own.example");
    Optional<MailConfig> server = MailConfig.of(scope(RELAY));
    assertThat(ServerMailSender.choose(true, own, server)).containsEntry("host", "relay.example");
    assertThat(ServerMailSender.choose(false, own, server)).isEqualTo(own);
    assertThat(ServerMailSender.choose(false, Map.of(), server))
        .containsEntry("host", "relay.example");
  }
}
