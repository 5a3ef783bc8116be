package org.sekisho.smsotp;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * The SMS settings of a tenant, read from realm attributes named {@code sekisho.sms.*}. Defaults
 * and ranges are in {@code docs/configuration.md}. A value out of range counts as the nearest
 * bound, an unreadable one as the default, so that no setting can switch a limit off.
 */
record SmsSettings(
    Duration codeValidity,
    int maxTries,
    List<Integer> resendWaitSeconds,
    int maxPerNumberInTenMinutes,
    int maxPerNumberInDay,
    int maxPerNewNumberInDay,
    int maxPerUserInDay,
    int maxInDayPerTenantUser,
    int maxPerAddressInHour,
    Set<String> regions) {

  static final String PREFIX = "sekisho.sms.";

  private static final List<Integer> DEFAULT_WAITS = List.of(30, 60, 120);
  private static final String WAIT_LIST = "[0-9]{1,4}(,[0-9]{1,4}){0,9}";
  private static final String REGION_LIST = "[A-Z]{2}(,[A-Z]{2}){0,49}";

  static SmsSettings of(RealmModel realm) {
    return new SmsSettings(
        Duration.ofSeconds(number(realm, "codeValiditySeconds", 300, 60, 600)),
        number(realm, "maxTries", 5, 1, 10),
        waits(realm.getAttribute(PREFIX + "resendWaitSeconds")),
        number(realm, "maxPerNumberInTenMinutes", 3, 1, 10),
        number(realm, "maxPerNumberInDay", 10, 1, 50),
        number(realm, "maxPerNewNumberInDay", 5, 1, 20),
        number(realm, "maxPerUserInDay", 10, 1, 50),
        number(realm, "maxInDayPerTenantUser", 5, 1, 50),
        number(realm, "maxPerAddressInHour", 300, 10, 100_000),
        regions(realm.getAttribute(PREFIX + "regions")));
  }

  private static int number(RealmModel realm, String name, int preset, int min, int max) {
    String value = realm.getAttribute(PREFIX + name);
    if (value == null || !value.matches("[0-9]{1,9}")) {
      return preset;
    }
    return Math.max(min, Math.min(max, Integer.parseInt(value)));
  }

  private static List<Integer> waits(String value) {
    if (value == null || !value.matches(WAIT_LIST)) {
      return DEFAULT_WAITS;
    }
    return Arrays.stream(value.split(",", -1))
        .map(seconds -> Math.max(10, Math.min(600, Integer.parseInt(seconds))))
        .toList();
  }

  private static Set<String> regions(String value) {
    if (value == null || !value.matches(REGION_LIST)) {
      return Set.of("JP");
    }
    return Arrays.stream(value.split(",", -1)).collect(Collectors.toUnmodifiableSet());
  }
}
