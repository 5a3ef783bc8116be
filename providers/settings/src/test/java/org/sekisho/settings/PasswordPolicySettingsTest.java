package org.sekisho.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Faults;
import org.sekisho.tenant.plan.Plan;

class PasswordPolicySettingsTest {

  @ParameterizedTest
  @CsvSource({
    "10, 3, 0, 10, 15, ''",
    "64, 24, 999, 1, 60, ''",
    "9, 3, 0, 10, 15, minLength",
    "65, 3, 0, 10, 15, minLength",
    "10, 2, 0, 10, 15, history",
    "10, 25, 0, 10, 15, history",
    "10, 3, -1, 10, 15, expiryDays",
    "10, 3, 1000, 10, 15, expiryDays",
    "10, 3, 0, 0, 15, lockAfter",
    "10, 3, 0, 11, 15, lockAfter",
    "10, 3, 0, 10, 14, unlockAfterMinutes",
    "10, 3, 0, 10, 61, unlockAfterMinutes"
  })
  void aTenantGoesStricterNeverWeaker(
      int length, int history, int expiry, int lock, int unlock, String fault) {
    Faults faults = new Faults();
    new PasswordPolicySettings(length, history, expiry, lock, unlock).check(faults);
    assertThat(members(faults)).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 15, ''",
    "60, 720, ''",
    "4, 720, idleMinutes",
    "61, 720, idleMinutes",
    "60, 721, maxMinutes",
    "5, 14, maxMinutes",
    "60, 30, idleMinutes"
  })
  void sessionsLastNoLongerThanThePlanAllows(int idle, int max, String fault) {
    Faults faults = new Faults();
    SessionLimitsResource.check(
        new SessionLimitsResource.Limits(idle, max),
        new Plan.SessionLimits(new Plan.Range(5, 60), new Plan.Range(15, 720)),
        faults);
    assertThat(members(faults)).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
  }

  private static List<String> members(Faults faults) {
    return faults.found().stream().map(Faults.Fault::member).toList();
  }
}
