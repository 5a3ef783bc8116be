package org.sekisho.core;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** The one reference number of a request: its error event and its page tell the same. */
public final class RequestReference {

  private static final String ATTRIBUTE = "sekisho.reference";

  private RequestReference() {}

  /** The number of the request under way; made where there is none yet. */
  public static ReferenceNumber of(KeycloakSession session) {
    return given(session)
        .orElseGet(
            () -> {
              ReferenceNumber made = ReferenceNumber.next();
              session.setAttribute(ATTRIBUTE, made);
              return made;
            });
  }

  /** The number, where something of the request was recorded under one. */
  public static Optional<ReferenceNumber> given(KeycloakSession session) {
    return Optional.ofNullable(session.getAttribute(ATTRIBUTE, ReferenceNumber.class));
  }
}
