package org.sekisho.federation.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.sekisho.core.Faults;

class OidcReadingTest {

  private static OidcSettings read(String more, Faults faults) {
    String json =
        "{\"clientId\": \"app\", \"redirectUris\": [\"https://app.example/cb\"]" + more + "}";
    try {
      OidcRequest wish = new ObjectMapper().readValue(json, OidcRequest.class);
      return new OidcReading(wish, new RelyingPartyUrl(false), faults).settings();
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  @Test
  void whoIsToldOfASignOutIsToldInOneWay() {
    Faults none = new Faults();
    String front = ", \"frontchannelLogoutUrl\": \"https://app.example/out\"";
    assertThat(read(front, none).frontchannelLogoutUrl()).isEqualTo("https://app.example/out");
    assertThat(none.found()).isEmpty();
    Faults both = new Faults();
    read(front + ", \"backchannelLogoutUrl\": \"https://app.example/back\"", both);
    assertThat(both.found())
        .extracting(Faults.Fault::member)
        .containsExactly("openIdConnect.frontchannelLogoutUrl");
    Faults plain = new Faults();
    read(", \"frontchannelLogoutUrl\": \"http://app.example/out\"", plain);
    assertThat(plain.found())
        .extracting(Faults.Fault::member)
        .containsExactly("openIdConnect.frontchannelLogoutUrl");
  }

  @Test
  void pushedRequestsAndBoundTokensAreDemandedOnWish() {
    OidcSettings usual = read("", new Faults());
    assertThat(usual.pushedRequests()).isFalse();
    assertThat(usual.senderConstrained()).isFalse();
    OidcSettings strict =
        read(", \"pushedRequests\": true, \"senderConstrained\": true", new Faults());
    assertThat(strict.pushedRequests()).isTrue();
    assertThat(strict.senderConstrained()).isTrue();
  }
}
