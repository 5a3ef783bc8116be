package org.sekisho.federation.application;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for addresses of applications. They are compared as a whole (RFC 9700 §2.1), so they
 * have no wildcards; what is sent to them is for nobody else, so they are HTTPS. Pure.
 *
 * @param development whether plain HTTP on the loopback interface will do
 */
record RelyingPartyUrl(boolean development) {

  /** As many characters as Keycloak's column of redirect addresses has. */
  private static final int LONGEST = 255;

  private static final Pattern CLEAN = Pattern.compile("[!-~&&[^<>\"\\\\^`{|}*]]+");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PUBLIC_NAME =
      Pattern.compile("([A-Za-z0-9-]{1,63}\\.)+[A-Za-z][A-Za-z0-9-]{1,62}");

  /** What is wrong with an address that a browser is sent to; empty where nothing is. */
  Optional<String> fault(String url) {
    if (url == null || url.length() > LONGEST || !CLEAN.matcher(url).matches()) {
      return Optional.of("must be an address of at most 255 characters, exact, without wildcards");
    }
    Optional<URI> parsed = parse(url);
    if (parsed.isEmpty() || parsed.get().getHost() == null) {
      return Optional.of("must be a complete address with scheme and host");
    }
    URI uri = parsed.get();
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return Optional.of("must not have a user name or a fragment");
    }
    boolean safe =
        "https".equals(uri.getScheme())
            || (development && "http".equals(uri.getScheme()) && isLoopback(uri));
    return safe ? Optional.empty() : Optional.of("must begin with https://");
  }

  /**
   * What is wrong with an address that the server itself calls. It must not lead into the
   * provider's own network: no numbers, and no names that only a local resolver knows.
   */
  Optional<String> faultOfServerCall(String url) {
    Optional<String> fault = fault(url);
    if (fault.isPresent()) {
      return fault;
    }
    URI uri = URI.create(url);
    boolean reachable =
        (development && isLoopback(uri))
            || (PUBLIC_NAME.matcher(uri.getHost()).matches() && !isLocalName(uri.getHost()));
    return reachable ? Optional.empty() : Optional.of("must have a public host name");
  }

  private static boolean isLoopback(URI uri) {
    return LOOPBACK.contains(uri.getHost());
  }

  /** RFC 6761, RFC 6762 and RFC 8375, and what ICANN keeps for private networks. */
  private static boolean isLocalName(String host) {
    String name = "." + host.toLowerCase(java.util.Locale.ROOT);
    return name.endsWith(".localhost")
        || name.endsWith(".local")
        || name.endsWith(".internal")
        || name.endsWith(".home.arpa");
  }

  private static Optional<URI> parse(String url) {
    try {
      return Optional.of(new URI(url));
    } catch (java.net.URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
