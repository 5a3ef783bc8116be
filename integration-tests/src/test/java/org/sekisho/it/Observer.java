package org.sekisho.it;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody at a browser who types what is asked for, and an observer who notes what was typed, so
 * what was really proven: the times between which each factor was, since the last sign-in from the
 * start.
 */
final class Observer {

  final TestUser user;
  HttpBrowser browser;

  /** When each was sent off, in seconds since the epoch, by the factor's name in {@code amr}. */
  final Map<String, Long> proven = new TreeMap<>();

  /** When the answer to each had come. */
  private final Map<String, Long> answered = new TreeMap<>();

  private final List<String> asked = new ArrayList<>();

  Observer(TestUser user, From from) {
    this.user = user;
    this.browser = from.browser();
  }

  /**
   * Answers pages until the application has its answer; {@code afresh} where it forces a sign-in.
   */
  Observer answer(boolean afresh) {
    asked.clear();
    if (afresh) {
      proven.clear();
      answered.clear();
    }
    for (int page = 0; page < 6; page++) {
      if (browser.shows("username")) {
        asked.add("username");
        browser.submit(Map.of("username", user.userId()));
      } else if (browser.shows("password")) {
        type("pwd", "password", TestTenant.PASSWORD);
      } else if (browser.shows("otp")) {
        type("otp", "otp", Totp.code());
      }
    }
    return this;
  }

  private void type(String name, String field, String value) {
    asked.add(name);
    proven.put(name, Instant.now().getEpochSecond());
    browser.submit(Map.of(field, value));
    answered.put(name, Instant.now().getEpochSecond());
  }

  /** What was asked in the last sign-in, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  boolean twoProven() {
    return proven.size() == 2;
  }

  /** The oldest factor is not older than this. */
  long since() {
    return least(proven);
  }

  /** The oldest factor is not younger than this. */
  long until() {
    return least(answered);
  }

  private static long least(Map<String, Long> times) {
    return times.values().stream().mapToLong(Long::longValue).min().orElseThrow();
  }
}
