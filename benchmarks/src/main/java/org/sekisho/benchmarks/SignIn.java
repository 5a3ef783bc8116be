package org.sekisho.benchmarks;

import java.time.Instant;
import java.util.Map;

/** The pages of a sign-in, from the application's request to the authorization code. */
interface SignIn {

  /** Goes through the pages with a browser that has nothing yet. */
  void run(Browser browser, BenchmarkUser user);

  /** Keycloak's default: user name and password on one page, then the one-time code. */
  static SignIn stockTwoPages(Application application) {
    return (browser, user) -> {
      browser
          .open(application.authenticationRequest())
          .submit(Map.of("username", user.userId(), "password", BenchmarkUser.PASSWORD))
          .submit(Map.of("otp", Totp.code(user.totpSecret(), Instant.now())))
          .requireCodeAt(application.redirectUri());
    };
  }

  /** Keycloak's own steps on as many pages as Sekisho has, or Sekisho with an authenticator app. */
  static SignIn threePagesWithApp(Application application) {
    return (browser, user) -> {
      browser
          .open(application.authenticationRequest())
          .submit(Map.of("username", user.userId()))
          .submit(Map.of("password", BenchmarkUser.PASSWORD))
          .submit(Map.of("otp", Totp.code(user.totpSecret(), Instant.now())))
          .requireCodeAt(application.redirectUri());
    };
  }

  static SignIn sekisho(Application application, Phone phone) {
    return (browser, user) -> {
      browser
          .open(application.authenticationRequest())
          .submit(Map.of("username", user.userId()))
          .submit(Map.of("password", BenchmarkUser.PASSWORD));
      browser
          .submit(Map.of("code", phone.newestCode(user.phone())))
          .requireCodeAt(application.redirectUri());
    };
  }

  /** Proves the preset number and declines recovery codes; done before anything is measured. */
  static SignIn sekishoFirstTime(Application application, Phone phone) {
    return (browser, user) -> {
      browser
          .open(application.authenticationRequest())
          .submit(Map.of("username", user.userId()))
          .submit(Map.of("password", BenchmarkUser.PASSWORD));
      browser
          .submit(Map.of("code", phone.newestCode(user.phone())))
          .submit(Map.of("recovery", "later"))
          .requireCodeAt(application.redirectUri());
    };
  }
}
