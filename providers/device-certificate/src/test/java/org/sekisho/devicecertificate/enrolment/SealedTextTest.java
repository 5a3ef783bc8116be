package org.sekisho.devicecertificate.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealedTextTest {

  private static final String PHRASE = "7KQ4M-XR2NB-9TFWH-C3P8E";

  @Test
  void bothHalvesTogetherTellTheText() {
    SealedText halves = SealedText.of(PHRASE, "enrolment-1");
    assertThat(new SealedText(halves.key(), halves.sealed()).open("enrolment-1")).contains(PHRASE);
    assertThat(halves.key()).hasSize(44).doesNotContain(PHRASE);
    assertThat(halves.sealed()).doesNotContain(PHRASE);
    assertThat(halves).hasToString("SealedText");
  }

  @Test
  void aHalfOfAnotherOrAnotherOwnerTellsNothing() {
    SealedText one = SealedText.of(PHRASE, "enrolment-1");
    SealedText other = SealedText.of(PHRASE, "enrolment-1");
    assertThat(new SealedText(other.key(), one.sealed()).open("enrolment-1")).isEmpty();
    assertThat(one.open("enrolment-2")).isEmpty();
    assertThat(new SealedText("no key", one.sealed()).open("enrolment-1")).isEmpty();
  }

  @Test
  void passPhrasesHaveTwentySignsThatNobodyMistakes() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      made.add(PassPhrase.next());
    }
    assertThat(made)
        .hasSize(500)
        .allMatch(phrase -> phrase.matches("([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}"));
  }
}
