package org.sekisho.loginpolicy.session;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;
import org.sekisho.core.Problem;
import org.sekisho.core.ReferenceNumber;

/**
 * Applies the login policies to every request with an access token: to the account and admin
 * interfaces, which Keycloak's client policies do not cover, and to whatever comes after them. See
 * ADR 0009.
 */
@Provider
public final class BearerFilter implements ContainerRequestFilter {

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

  /** More parts than a client has reason to send are refused, not skipped. */
  private static final int MOST_PARTS = 16;

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> headers = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (headers == null || headers.isEmpty()) {
      return;
    }
    List<String> parts = candidates(headers);
    if (parts.size() > MOST_PARTS) {
      request.abortWith(tooMany().toResponse());
      return;
    }
    KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
    parts.stream()
        .flatMap(part -> refusal(session, part).stream())
        .findFirst()
        .ifPresent(reference -> request.abortWith(refused(reference).toResponse()));
  }

  /**
   * Everything that could be a token, whatever the scheme (Bearer, DPoP) and however many headers
   * there are: nobody may hide the one that Keycloak takes behind another.
   */
  static List<String> candidates(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(BETWEEN.split(header, -1)))
        .flatMap(part -> isTokenLike(part) ? Stream.of(part) : Stream.empty())
        .toList();
  }

  /** A signed token has three parts (RFC 7515 §7.1). */
  private static boolean isTokenLike(String part) {
    return part.chars().filter(c -> c == '.').count() == 2;
  }

  private static Optional<ReferenceNumber> refusal(KeycloakSession session, String token) {
    return TokenSession.of(session, token)
        .flatMap(
            used ->
                new SessionGuard(session)
                    .refusal(
                        used.userSession(), used.client(), used.client(), EventType.LOGIN_ERROR));
  }

  private static Problem refused(ReferenceNumber reference) {
    return Problem.of(
            "access-refused",
            403,
            "Access refused",
            "The login policy does not admit this session now.")
        .with("reference", reference.value());
  }

  private static Problem tooMany() {
    return Problem.of(
        "request-invalid", 400, "Request refused", "There are too many tokens in the request.");
  }
}
