package org.sekisho.federation.microsoft365;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.Config;

/**
 * How Microsoft Graph is reached. Server configuration {@code
 * spi-sekisho-tenant-section--microsoft365--*}.
 *
 * @param graphUrl base of the API with its version, for instance {@code
 *     https://graph.microsoft.com/v1.0}
 * @param loginUrl base of the token endpoints
 * @param clientId of the provider's own application; empty where each tenant brings one
 * @param clientSecret of that application; empty where each tenant brings one
 * @param connectTimeout 100 ms to 30 s
 * @param readTimeout between two bytes of an answer, 100 ms to 60 s
 * @param backoff how calls are repeated that were turned away
 */
record GraphConfig(
    URI graphUrl,
    URI loginUrl,
    Optional<String> clientId,
    Optional<String> clientSecret,
    Duration connectTimeout,
    Duration readTimeout,
    Backoff backoff) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+)*");

  GraphConfig {
    check("graph-url", graphUrl);
    check("login-url", loginUrl);
    if (clientId.isPresent() != clientSecret.isPresent()) {
      throw fault("client-id and client-secret must be given together");
    }
  }

  static GraphConfig of(Config.Scope scope) {
    return new GraphConfig(
        uri("graph-url", scope.get("graph-url", "https://graph.microsoft.com/v1.0")),
        uri("login-url", scope.get("login-url", "https://login.microsoftonline.com")),
        filled(scope.get("client-id")),
        filled(scope.get("client-secret")),
        Duration.ofMillis(within(100, scope.getInt("connect-timeout-ms", 5_000), 30_000)),
        Duration.ofMillis(within(100, scope.getInt("read-timeout-ms", 20_000), 60_000)),
        new Backoff(
            within(1, scope.getInt("tries", 4), 10),
            Duration.ofSeconds(within(0, scope.getInt("longest-wait-seconds", 60), 240))));
  }

  private static Optional<String> filled(String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  private static URI uri(String name, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException unreadable) {
      throw fault(name + " is no URL");
    }
  }

  /** The token and the users' data go there: never in the clear, except on this machine. */
  private static void check(String name, URI url) {
    boolean secure = "https".equals(url.getScheme());
    boolean here = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
    boolean plain =
        url.getHost() != null
            && url.getUserInfo() == null
            && url.getQuery() == null
            && url.getFragment() == null
            && PATH.matcher(url.getPath()).matches();
    if (!plain || !(secure || here)) {
      throw fault(name + " must be an https address without a slash at the end");
    }
  }

  private static IllegalArgumentException fault(String text) {
    return new IllegalArgumentException("sekisho-tenant-section microsoft365: " + text);
  }

  private static int within(int least, int value, int most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "GraphConfig[" + graphUrl + "]";
  }
}
