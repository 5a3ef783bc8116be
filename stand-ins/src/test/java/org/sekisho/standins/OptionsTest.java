package org.sekisho.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void everythingHasAUsualValue() {
    Options options = Options.read(new String[0], Map.of());
    assertThat(options.phonePort()).isEqualTo(8181);
    assertThat(options.microsoft365Port()).isEqualTo(8182);
    assertThat(options.mailGatewayPort()).isEqualTo(8183);
  }

  @Test
  void secretsComeFromTheEnvironmentAndAreNotShown() {
    Options options =
        Options.read(
            new String[] {"--phone-port", "0"},
            Map.of(Options.TWILIO_TOKEN, "hidden-1", Options.GATEWAY_SECRET, "hidden-2"));
    assertThat(options.twilioAccount().authToken()).isEqualTo("hidden-1");
    assertThat(options.gatewayClient().secret()).isEqualTo("hidden-2");
    assertThat(options.toString()).doesNotContain("hidden");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> Options.read(new String[] {"--odd", "1"}, Map.of()))
        .hasMessageContaining("--odd");
    assertThatThrownBy(() -> Options.read(new String[] {"--phone-port"}, Map.of()))
        .hasMessageContaining("needs a value");
    assertThatThrownBy(() -> Options.read(new String[] {"--phone-port", "99999"}, Map.of()))
        .hasMessageContaining("65535");
  }
}
