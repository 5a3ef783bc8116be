package org.sekisho.loginpolicy.session;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;
import org.sekisho.core.Problem;
import org.sekisho.core.ReferenceNumber;

/**
 * Applies the login policies to the account and admin interfaces, which Keycloak's client policies
 * do not cover. See ADR 0009.
 */
@Provider
public final class BearerFilter implements ContainerRequestFilter {

  private static final Pattern GUARDED =
      Pattern.compile("/?(?:realms/[^/]+/account|admin)(?:/.*)?");
  private static final String SCHEME = "bearer ";

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null
        || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        || !isGuarded(request.getUriInfo().getPath())) {
      return;
    }
    KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
    Optional<ReferenceNumber> refusal =
        TokenSession.of(session, header.substring(SCHEME.length()).trim())
            .flatMap(
                used ->
                    new SessionGuard(session)
                        .refusal(
                            used.userSession(),
                            used.realm().getClientByClientId(used.clientId()),
                            EventType.LOGIN_ERROR));
    refusal.ifPresent(reference -> request.abortWith(problem(reference).toResponse()));
  }

  static boolean isGuarded(String path) {
    return GUARDED.matcher(path).matches();
  }

  private static Problem problem(ReferenceNumber reference) {
    return Problem.of(
            "access-refused",
            403,
            "Access refused",
            "The login policy does not admit this session now.")
        .with("reference", reference.value());
  }
}
