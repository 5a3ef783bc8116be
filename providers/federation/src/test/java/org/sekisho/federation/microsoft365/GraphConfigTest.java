package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphConfigTest {

  private static GraphConfig with(String graphUrl) {
    return new GraphConfig(
        URI.create(graphUrl),
        URI.create("https://login.microsoftonline.com"),
        Optional.of("id"),
        Optional.of("s3cret"),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        new Backoff(1, Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://graph.microsoft.com/v1.0",
        "http://localhost.evil.example/v1.0",
        "https://graph.microsoft.com/v1.0/",
        "https://user@graph.microsoft.com/v1.0",
        "https://graph.microsoft.com/v1.0?x=y",
        "ftp://graph.microsoft.com/v1.0"
      })
  void anAddressThatIsNotSafeStopsTheStart(String url) {
    assertThatThrownBy(() -> with(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://graph.microsoft.com/v1.0", "http://localhost:8182/graph/v1.0"})
  void microsoftAndThisMachineAreTaken(String url) {
    assertThat(with(url).toString()).contains(url).doesNotContain("s3cret");
  }
}
