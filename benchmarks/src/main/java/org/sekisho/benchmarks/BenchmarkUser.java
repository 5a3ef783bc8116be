package org.sekisho.benchmarks;

import java.util.Locale;
import org.sekisho.launcher.Credentials;

/** One of the users that every target has; all share one password. */
record BenchmarkUser(int number) {

  static final String DOMAIN = "benchmark.example";
  static final String PASSWORD = Credentials.USER_PASSWORD;
  static final String FIRST_NAME = "花子";
  static final String LAST_NAME = "計測";

  String userId() {
    return String.format(Locale.ROOT, "user%06d@%s", number, DOMAIN);
  }

  /** A Japanese mobile number in E.164; only stand-ins ever get it. */
  String phone() {
    return "+8190" + (20_000_000 + number);
  }

  /** Twenty ASCII characters, as Keycloak's own enrolment makes them. */
  String totpSecret() {
    return String.format(Locale.ROOT, "benchmark-key-%06d", number);
  }
}
