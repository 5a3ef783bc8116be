package org.sekisho.devicecertificate.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class TenantTrustTest {

  private static final X509Certificate[] ONE = {null};

  private final IssuerHints hints =
      new IssuerHints(tenant -> new X509Certificate[0], new Rate(1_000));
  private final Function<String, TrustManager[]> trust =
      new TenantTrust(hints, "certauth.example", new HandshakeRates(2, 3)).trustManagerMapper(null);

  private boolean admits(String label) {
    return trust.apply(label + ".certauth.example") != null;
  }

  @Test
  void namesOfNoTenantUseNothingUp() {
    hints.replace(Map.of("ours", ONE));
    for (int i = 0; i < 100; i++) {
      assertThat(admits("nobody" + i)).isFalse();
    }
    assertThat(admits("ours")).isTrue();
  }

  @Test
  void allLabelsOfATenantAreOneTenant() {
    hints.replace(Map.of("ours", ONE, "theirs", ONE));
    assertThat(admits("ours--12345678")).isTrue();
    assertThat(admits("ours--abcdefgh")).isTrue();
    assertThat(admits("ours")).isFalse();
    assertThat(admits("theirs")).isTrue();
  }

  /** An empty list in the handshake would have browsers offer every certificate they have. */
  @Test
  void theHandshakeEndsWhereTheTenantsLastIssuingCaHasGone() {
    hints.replace(Map.of("ours", ONE));
    X509TrustManager begun = (X509TrustManager) trust.apply("ours.certauth.example")[0];
    assertThat(begun.getAcceptedIssuers()).hasSize(1);

    hints.replace(Map.of());

    assertThatThrownBy(begun::getAcceptedIssuers).isInstanceOf(IllegalStateException.class);
    assertThat(admits("ours")).isFalse();
  }
}
