package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sekisho.launcher.Http;

/** The Microsoft 365 stand-in as the tests use it. */
final class Microsoft {

  static final String URL = Setup.PORTS.microsoft365Url();
  static final String MULTIPLE_AUTHN = "http://schemas.microsoft.com/claims/multipleauthn";

  private Microsoft() {}

  static void provision(TestUser user) {
    user.tenant().federation().provision(user.userId(), "検査", user.immutableId());
  }

  static String signInUrl(String userId, String variant) {
    return URL + "/sign-in?user=" + encode(userId) + "&variant=" + variant;
  }

  /** Begins at Microsoft and ends at the identity provider's first page. */
  static HttpBrowser begin(HttpBrowser browser, String userId, String variant) {
    return browser.open(signInUrl(userId, variant)).followPostedForms();
  }

  static HttpBrowser begin(TestUser user, String variant) {
    return begin(new HttpBrowser(), user.userId(), variant);
  }

  /** A complete first sign-in at Microsoft. */
  static HttpBrowser firstTime(TestUser user) {
    return SignIn.firstTime(begin(user, "plain"), user).followPostedForms();
  }

  static JsonNode lastResult(TestUser user) {
    return Http.send("GET", URL + "/last-result?user=" + encode(user.userId()), null, null)
        .orFail("Reading the result")
        .body();
  }

  static void settings(Map<String, ?> settings) {
    Http.send("PUT", URL + "/settings", settings, null).orFail("Changing the stand-in");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
