package org.sekisho.federation.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyUrlTest {

  private static final RelyingPartyUrl PRODUCTION = new RelyingPartyUrl(false);
  private static final RelyingPartyUrl DEVELOPMENT = new RelyingPartyUrl(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback",
        "https://app.example:8443/saml/acs?idp=1&x=%20",
        "https://203.0.113.9/callback"
      })
  void completeAddressesWithHttpsAreTaken(String url) {
    assertThat(PRODUCTION.fault(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/callback",
        "callback",
        "https://app.example/*",
        "https://*.app.example/callback",
        "https://app.example/callback#x",
        "https://user@app.example/callback",
        "https://app.example/call back",
        "https://app.example/\"><script>",
        "https:///callback",
        "http://app.example/callback",
        "http://localhost/callback",
        "javascript:alert(1)",
        "data:text/html,x",
        "com.example.app:/callback",
        "https://app.example\\@evil.example/",
        "https://アプリ.example/"
      })
  void everythingElseIsRefused(String url) {
    assertThat(PRODUCTION.fault(url)).isPresent();
  }

  @Test
  void nothingIsRefused() {
    assertThat(PRODUCTION.fault(null)).isPresent();
    assertThat(PRODUCTION.fault("https://a.example/" + "x".repeat(240))).isPresent();
  }

  @Test
  void plainHttpIsForTheLoopbackInterfaceOfADeveloper() {
    assertThat(DEVELOPMENT.fault("http://localhost:8183/callback")).isEmpty();
    assertThat(DEVELOPMENT.fault("http://127.0.0.1/callback")).isEmpty();
    assertThat(DEVELOPMENT.fault("http://app.example/callback")).isPresent();
    assertThat(DEVELOPMENT.fault("http://localhost.evil.example/callback")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/logout",
        "https://10.0.0.1/logout",
        "https://[::1]/logout",
        "https://2130706433/logout",
        "https://localhost/logout",
        "https://keycloak/logout",
        "https://a.localhost/logout",
        "https://db.internal/logout",
        "https://printer.local/logout"
      })
  void theServerCallsNoAddressOfItsOwnNetwork(String url) {
    assertThat(PRODUCTION.faultOfServerCall(url)).isPresent();
  }

  @Test
  void theServerCallsAddressesOfTheInternet() {
    assertThat(PRODUCTION.faultOfServerCall("https://mail.app.example/logout")).isEmpty();
    assertThat(DEVELOPMENT.faultOfServerCall("http://localhost:8183/logout")).isEmpty();
  }
}
