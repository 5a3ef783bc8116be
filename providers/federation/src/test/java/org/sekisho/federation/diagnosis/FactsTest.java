package org.sekisho.federation.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsTest {

  /** Notes of a sign-in are in a cookie as well. */
  @Test
  void aNoteHoldsWhatThereIsRoomFor() {
    Facts facts =
        new Facts()
            .with("protocol", "saml")
            .with("Issuer", "x".repeat(150))
            .with("ID", "_1")
            .with("Destination", "y".repeat(150));
    assertThat(facts.within(1_200)).hasSize(4);
    assertThat(facts.within(60)).containsOnlyKeys("protocol", "ID");
    assertThat(RequestNote.json(facts.within(250))).hasSizeLessThanOrEqualTo(252);
  }

  @Test
  void withoutASignInTheApplicationIsTold() {
    assertThat(RequestNote.of(null, "urn:app")).contains("\"protocol\":\"saml\"", "urn:app");
  }
}
