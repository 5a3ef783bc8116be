package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;

class SmsSettingsTest {

  private static final SmsSettings DEFAULTS =
      new SmsSettings(
          Duration.ofMinutes(5), 5, List.of(30, 60, 120), 3, 10, 5, 10, 5, 300, Set.of("JP"));

  @Test
  void aRealmWithoutSettingsHasTheDefaults() {
    assertThat(SmsSettings.of(realm(Map.of()))).isEqualTo(DEFAULTS);
  }

  @Test
  void settingsWithinTheirRangesAreTaken() {
    Map<String, String> attributes =
        Map.of(
            "sekisho.sms.codeValiditySeconds", "120",
            "sekisho.sms.maxTries", "3",
            "sekisho.sms.resendWaitSeconds", "20,40",
            "sekisho.sms.maxPerNumberInTenMinutes", "2",
            "sekisho.sms.maxPerNumberInDay", "6",
            "sekisho.sms.maxPerNewNumberInDay", "4",
            "sekisho.sms.maxPerUserInDay", "7",
            "sekisho.sms.maxInDayPerTenantUser", "8",
            "sekisho.sms.maxPerAddressInHour", "50",
            "sekisho.sms.regions", "JP,US");
    assertThat(SmsSettings.of(realm(attributes)))
        .isEqualTo(
            new SmsSettings(
                Duration.ofMinutes(2), 3, List.of(20, 40), 2, 6, 4, 7, 8, 50, Set.of("JP", "US")));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "999999999, 10"})
  void aNumberOutOfRangeCountsAsTheNearestBound(String value, int tries) {
    assertThat(settings("maxTries", value).maxTries()).isEqualTo(tries);
  }

  @Test
  void noValueSwitchesALimitOff() {
    SmsSettings widest = all("999999999");
    assertThat(widest)
        .isEqualTo(
            new SmsSettings(
                Duration.ofMinutes(10),
                10,
                DEFAULTS.resendWaitSeconds(),
                10,
                50,
                20,
                50,
                50,
                100_000,
                DEFAULTS.regions()));
    SmsSettings narrowest = all("0");
    assertThat(narrowest)
        .isEqualTo(
            new SmsSettings(
                Duration.ofMinutes(1), 1, List.of(10), 1, 1, 1, 1, 1, 10, DEFAULTS.regions()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "5.5", "five", "５", "1e9", "99999999999999999999", "3;4", "null"})
  void whatCannotBeReadCountsAsTheDefault(String junk) {
    assertThat(all(junk)).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30,", ",30", "30,,60", "30, 60", "-30", "1,2,3,4,5,6,7,8,9,10,11"})
  void aDamagedListOfWaitsCountsAsTheDefault(String value) {
    assertThat(settings("resendWaitSeconds", value).resendWaitSeconds())
        .isEqualTo(DEFAULTS.resendWaitSeconds());
  }

  @Test
  void eachWaitIsBetweenTenSecondsAndTenMinutes() {
    assertThat(settings("resendWaitSeconds", "0,9999").resendWaitSeconds())
        .containsExactly(10, 600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "jp", "JP,", "JPN", "JP US", "81"})
  void aDamagedListOfCountriesAllowsJapanOnly(String value) {
    assertThat(settings("regions", value).regions()).containsExactly("JP");
  }

  private static SmsSettings settings(String name, String value) {
    return SmsSettings.of(realm(Map.of("sekisho.sms." + name, value)));
  }

  private static SmsSettings all(String value) {
    return SmsSettings.of(realm(name -> value));
  }

  private static RealmModel realm(Map<String, String> attributes) {
    return realm(attributes::get);
  }

  private interface Attributes {
    String value(String name);
  }

  private static RealmModel realm(Attributes attributes) {
    return (RealmModel)
        Proxy.newProxyInstance(
            RealmModel.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getAttribute") || arguments.length != 1) {
                throw new UnsupportedOperationException(method.getName());
              }
              return attributes.value((String) arguments[0]);
            });
  }
}
