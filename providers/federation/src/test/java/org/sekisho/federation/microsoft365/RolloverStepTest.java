package org.sekisho.federation.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloverStepTest {

  private static final RolloverStep.Waits WAITS = new RolloverStep.Waits(100, 1_000);

  @ParameterizedTest
  @CsvSource({
    "PUSHING, false, 9999, PUSHING",
    "PUSHING, true, 0, PUSHED",
    "PUSHED, true, 99, PUSHED",
    "PUSHED, true, 100, SWITCHED",
    "PUSHED, false, 9999, PUSHED",
    "SWITCHED, false, 9999, SWITCHED",
    "SWITCHED, true, 0, SETTLED",
    "SETTLED, true, 999, SETTLED",
    "SETTLED, true, 1000, WITHDRAWING",
    "SETTLED, false, 9999, SETTLED",
    "WITHDRAWING, false, 9999, WITHDRAWING",
    "WITHDRAWING, true, 0, "
  })
  void aStepIsLeftWhenItsConditionHolds(
      RolloverStep step, boolean confirmed, long held, RolloverStep next) {
    assertThat(step.next(new RolloverStep.Facts(confirmed, true, held), WAITS))
        .isEqualTo(Optional.ofNullable(next));
  }

  @Test
  void theKeyDoesNotSwitchWhileApplicationsDoNotKnowIt() {
    RolloverStep.Facts facts = new RolloverStep.Facts(true, false, 9_999);
    assertThat(RolloverStep.PUSHED.next(facts, WAITS)).contains(RolloverStep.PUSHED);
    assertThat(RolloverStep.PUSHED.next(facts, WAITS.unlessCompromised(true)))
        .contains(RolloverStep.PUSHED);
    assertThat(RolloverStep.PUSHING.next(facts, WAITS)).contains(RolloverStep.PUSHED);
  }

  @ParameterizedTest
  @CsvSource({"PUSHED, SWITCHED", "SETTLED, WITHDRAWING"})
  void aKeyThatSomebodyMayHaveIsNotKeptForTheWaits(RolloverStep step, RolloverStep next) {
    RolloverStep.Waits none = WAITS.unlessCompromised(true);
    assertThat(WAITS.unlessCompromised(false)).isEqualTo(WAITS);
    assertThat(step.next(new RolloverStep.Facts(true, true, 0), none)).contains(next);
    assertThat(step.next(new RolloverStep.Facts(false, true, 9_999), none)).contains(step);
  }

  @Test
  void aDomainThatJoinsBeforeTheSwitchIsToldAndWaitedFor() {
    assertThat(RolloverStep.PUSHED.joined()).isEqualTo(RolloverStep.PUSHING);
    for (RolloverStep step : RolloverStep.values()) {
      assertThat(step.joined().wantsTheSameAs(step)).as(step.name()).isTrue();
    }
  }

  @Test
  void onlyAStepThatWantsSomethingElseIsConfirmedAnew() {
    assertThat(RolloverStep.PUSHED.wantsTheSameAs(RolloverStep.PUSHING)).isTrue();
    assertThat(RolloverStep.SETTLED.wantsTheSameAs(RolloverStep.SWITCHED)).isTrue();
    assertThat(RolloverStep.SWITCHED.wantsTheSameAs(RolloverStep.PUSHED)).isFalse();
    assertThat(RolloverStep.WITHDRAWING.wantsTheSameAs(RolloverStep.SETTLED)).isFalse();
  }

  @Test
  void theKeyThatSignsIsTrustedInEveryStep() {
    for (RolloverStep step : RolloverStep.values()) {
      boolean old = step == RolloverStep.PUSHING || step == RolloverStep.PUSHED;
      assertThat(step.wanted("OLD", "NEW").trusts(old ? "OLD" : "NEW")).as(step.name()).isTrue();
    }
    assertThat(RolloverStep.PUSHED.wanted("OLD", "NEW").all())
        .containsExactlyInAnyOrder("OLD", "NEW");
    assertThat(RolloverStep.SWITCHED.wanted("OLD", "NEW").all())
        .containsExactlyInAnyOrder("OLD", "NEW");
    assertThat(RolloverStep.WITHDRAWING.wanted("OLD", "NEW").all()).containsExactly("NEW");
  }
}
