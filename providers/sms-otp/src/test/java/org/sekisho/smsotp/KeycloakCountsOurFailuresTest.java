package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.keycloak.services.managers.DefaultBruteForceProtector;

/** Breaks when a newer Keycloak no longer counts failures of our category. */
class KeycloakCountsOurFailuresTest {

  @Test
  void theCategoryOfBothStepsIsOneThatKeycloakCounts() {
    assertThat(DefaultBruteForceProtector.ALLOWED_AUTHENTICATION_CATEGORIES)
        .contains(new SmsCodeStepFactory().getReferenceCategory())
        .contains(new PhoneRegistrationStepFactory().getReferenceCategory());
    assertThat(new SmsCodeStepFactory().getReferenceCategory())
        .isEqualTo(DefaultBruteForceProtector.OTP_CATEGORY);
  }
}
