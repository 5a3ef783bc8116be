package org.sekisho.tenant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.tenant.domain.ProofRecord.Sighting;

class StandingTest {

  @ParameterizedTest(name = "{0} after {1} misses, {2}: {3} after {4}")
  @CsvSource({
    "PROVEN, 0, PUBLISHED, PROVEN, 0",
    "PROVEN, 0, MISSING, PROVEN, 1",
    "PROVEN, 0, DIFFERENT, PROVEN, 1",
    "PROVEN, 28, MISSING, PROVEN, 29",
    "PROVEN, 29, MISSING, LOST, 30",
    "PROVEN, 29, DIFFERENT, LOST, 30",
    "PROVEN, 29, UNANSWERED, PROVEN, 29",
    "PROVEN, 29, PUBLISHED, PROVEN, 0",
    "LOST, 30, MISSING, LOST, 30",
    "LOST, 30, UNANSWERED, LOST, 30",
    "LOST, 30, PUBLISHED, PROVEN, 0",
    "OPEN, 0, PUBLISHED, PROVEN, 0"
  })
  void aProofIsLostOnceItsRecordWasMissingThirtyDaysInARow(
      ProofState state, int missed, Sighting sighting, ProofState next, int missedThen) {
    assertThat(new Standing(state, missed).after(sighting))
        .isEqualTo(new Standing(next, missedThen));
  }

  @Test
  void aRecordThatComesBackBeginsTheCountAnew() {
    Standing standing = new Standing(ProofState.PROVEN, 0);
    for (int day = 0; day < 100; day++) {
      standing = standing.after(day % 29 == 0 ? Sighting.PUBLISHED : Sighting.MISSING);
    }
    assertThat(standing.state()).isEqualTo(ProofState.PROVEN);
  }
}
