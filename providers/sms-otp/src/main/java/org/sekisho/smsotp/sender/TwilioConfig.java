package org.sekisho.smsotp.sender;

import java.net.URI;
import java.time.Duration;
import org.keycloak.Config;

/**
 * Server configuration of the Twilio sender. The token lives here and nowhere else: never in a
 * realm.
 *
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param authToken Twilio's secret; also the key of its callback signatures
 * @param from sending number in E.164 or sender ID; null where a messaging service is given
 * @param messagingServiceSid {@code MG} and 32 hexadecimal digits; null where {@code from} is given
 * @param apiBaseUrl Twilio's API; another address only for tests
 * @param connectTimeout 100 ms to 30 s
 * @param totalTimeout from the first byte to the last, 100 ms to 60 s
 * @param maxConcurrent messages in flight on this node, 1 to 1000; more are refused at once, so
 *     that a provider that hangs cannot take all of the server's threads (Keycloak has 50 or more)
 */
record TwilioConfig(
    String accountSid,
    String authToken,
    String from,
    String messagingServiceSid,
    URI apiBaseUrl,
    Duration connectTimeout,
    Duration totalTimeout,
    int maxConcurrent) {

  TwilioConfig {
    requireMatch("account-sid", accountSid, "AC[0-9a-fA-F]{32}");
    if (authToken == null || authToken.isBlank()) {
      throw new IllegalArgumentException("sekisho-sms-sender twilio: auth-token is missing");
    }
    requireSecure(apiBaseUrl);
    if (messagingServiceSid == null) {
      requireMatch("from", from, "\\+[1-9][0-9]{4,14}|[A-Za-z0-9 ]{1,11}");
    } else {
      requireMatch("messaging-service-sid", messagingServiceSid, "MG[0-9a-fA-F]{32}");
    }
  }

  static TwilioConfig of(Config.Scope config) {
    return new TwilioConfig(
        config.get("account-sid"),
        config.get("auth-token"),
        config.get("from"),
        config.get("messaging-service-sid"),
        URI.create(config.get("api-base-url", "https://api.twilio.com")),
        millis(config, "connect-timeout-ms", 5_000, 30_000),
        millis(config, "total-timeout-ms", 10_000, 60_000),
        Math.max(1, Math.min(1000, config.getInt("max-concurrent", 16))));
  }

  private static Duration millis(Config.Scope config, String name, int preset, int max) {
    return Duration.ofMillis(Math.max(100, Math.min(max, config.getInt(name, preset))));
  }

  /** The token travels with each request: only a server on this machine may be reached in clear. */
  private static void requireSecure(URI base) {
    boolean loopback = "localhost".equals(base.getHost()) || "127.0.0.1".equals(base.getHost());
    boolean plain = base.getRawPath() == null || base.getRawPath().matches("/?");
    if (base.getHost() == null
        || !plain
        || !("https".equals(base.getScheme()) || (loopback && "http".equals(base.getScheme())))) {
      throw new IllegalArgumentException(
          "sekisho-sms-sender twilio: api-base-url must be https and without a path");
    }
  }

  private static void requireMatch(String name, String value, String pattern) {
    if (value == null || !value.matches(pattern)) {
      throw new IllegalArgumentException(
          "sekisho-sms-sender twilio: " + name + " is missing or malformed");
    }
  }

  /** Without the token: this may end up in a log. */
  @Override
  public String toString() {
    return "TwilioConfig[" + accountSid + ", " + apiBaseUrl + "]";
  }
}
