package org.sekisho.it;

import java.util.Map;

/** The steps of a sign-in, for tests that begin where it ends. */
final class SignIn {

  private SignIn() {}

  static HttpBrowser begin(TestTenant tenant) {
    return new HttpBrowser().open(tenant.menuUrl());
  }

  /** To the page after the password. */
  static HttpBrowser withPassword(TestUser user) {
    return withPassword(begin(user.tenant()), user);
  }

  static HttpBrowser withPassword(HttpBrowser browser, TestUser user) {
    return browser
        .submit(Map.of("username", user.userId()))
        .submit(Map.of("password", TestTenant.PASSWORD));
  }

  /** The first sign-in of a user: registers the phone and goes on to the application. */
  static HttpBrowser firstTime(HttpBrowser browser, TestUser user) {
    return withPassword(browser, user)
        .submit(Map.of("phoneNumber", user.phoneAsTyped()))
        .submit(Map.of("code", Phone.code(user.phone())))
        .submit(Map.of("recovery", "later"));
  }

  static HttpBrowser firstTime(TestUser user) {
    return firstTime(begin(user.tenant()), user);
  }
}
