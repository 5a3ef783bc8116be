package org.sekisho.loginhistory.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.EventType;

class ClassificationTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "LOGIN, -, mail-gateway, -, -, SIGN_IN - -",
        "LOGOUT, -, mail-gateway, -, -, SIGN_OFF - by_application",
        "LOGOUT, -, main-menu, -, -, SIGN_OFF - by_user",
        "LOGOUT, -, account-console, -, -, SIGN_OFF - by_user",
        "LOGOUT, -, -, -, -, SIGN_OFF - by_user",
        "LOGIN_ERROR, invalid_user_credentials, a, PASSWORD, -, FAILED_ATTEMPT PASSWORD"
            + " wrong_password",
        "LOGIN_ERROR, invalid_user_credentials, a, -, -, FAILED_ATTEMPT PASSWORD wrong_password",
        "LOGIN_ERROR, invalid_user_credentials, a, SMS, -, FAILED_ATTEMPT SMS wrong_code",
        "LOGIN_ERROR, invalid_user_credentials, a, TOTP, -, FAILED_ATTEMPT TOTP wrong_code",
        "LOGIN_ERROR, invalid_user_credentials, a, PASSKEY, -, FAILED_ATTEMPT PASSKEY wrong_code",
        "LOGIN_ERROR, user_not_found, a, PASSWORD, -, FAILED_ATTEMPT - unknown_user",
        "LOGIN_ERROR, foreign_domain, a, -, -, FAILED_ATTEMPT - foreign_domain",
        "LOGIN_ERROR, user_temporarily_disabled, a, PASSWORD, -, FAILED_ATTEMPT - locked",
        "LOGIN_ERROR, user_disabled, a, PASSWORD, -, FAILED_ATTEMPT - disabled",
        "LOGIN_ERROR, sms_code_tries_used_up, a, SMS, -, FAILED_ATTEMPT SMS code_used_up",
        "LOGIN_ERROR, expired_code, a, SMS, -, FAILED_ATTEMPT SMS code_expired",
        "LOGIN_ERROR, sms_send_failed, a, SMS, -, FAILED_ATTEMPT SMS code_not_sent",
        "LOGIN_ERROR, device_certificate_missing, a, -, -, FAILED_ATTEMPT DEVICE_CERTIFICATE device_missing",
        "LOGIN_ERROR, device_of_other_user, a, -, -, FAILED_ATTEMPT DEVICE_CERTIFICATE device_of_other_user",
        "LOGIN_ERROR, address_refused, a, -, R, REFUSAL - address_refused",
        "REFRESH_TOKEN_ERROR, address_refused, a, -, R, REFUSAL - address_refused",
        "CODE_TO_TOKEN_ERROR, factors_missing, a, -, R, REFUSAL - factors_missing",
        "USER_INFO_REQUEST_ERROR, address_refused, a, -, R, REFUSAL - address_refused",
        "TOKEN_EXCHANGE_ERROR, address_refused, a, -, R, REFUSAL - address_refused",
        "INTROSPECT_TOKEN_ERROR, address_refused, a, -, R, REFUSAL - address_refused",
        "UPDATE_CREDENTIAL_ERROR, device_on_two_platforms, -, -, R, WARNING - device_on_two_platforms",
        "UPDATE_CREDENTIAL_ERROR, invalid_token, a, -, -, -",
        "LOGIN_ERROR, sms_wait, a, SMS, -, -",
        "LOGIN_ERROR, cookie_not_found, a, -, -, -",
        "LOGIN_ERROR, invalid_redirect_uri, a, -, -, -",
        "REFRESH_TOKEN_ERROR, invalid_token, a, -, -, -",
        "UPDATE_CREDENTIAL, -, a, -, -, -",
        "CODE_TO_TOKEN, -, a, -, -, -",
      })
  void eachEventMakesTheRecordThatItShould(
      EventType type, String error, String client, String asked, String reference, String record) {
    Happening happening =
        new Happening(
            type,
            error,
            "key",
            client,
            reference == null ? Map.of() : Map.of("reference_number", reference),
            asked);
    String made =
        Classification.of(happening)
            .map(is -> is.kind() + " " + dash(is.failedFactor()) + " " + dash(is.reason()))
            .orElse(null);
    assertThat(made).isEqualTo(record);
  }

  private static String dash(String text) {
    return text == null ? "-" : text;
  }

  @Test
  void strangersAreRecordedUpToALimitInEachHourAndTenant() {
    StrangersLimit limit = new StrangersLimit();
    long hour = 3_600_000L * 500_000;
    for (int i = 0; i < StrangersLimit.MOST_IN_AN_HOUR; i++) {
      assertThat(limit.admits("a", hour + i)).isTrue();
    }
    assertThat(limit.admits("a", hour + 5_000)).isFalse();
    assertThat(limit.admits("b", hour + 5_000)).isTrue();
    assertThat(limit.admits("a", hour + 3_600_000)).isTrue();
  }
}
