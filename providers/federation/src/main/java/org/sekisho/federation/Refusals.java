package org.sekisho.federation;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.federation.diagnosis.DiagnosedEvents;
import org.sekisho.federation.diagnosis.RequestNote;

/** Refusals at the end of a sign-in by SAML, each with a number and the request it answers. */
record Refusals(KeycloakSession session, EventBuilder event) {

  /**
   * Records one.
   *
   * @param signIn null where there is none any more
   * @param application entity ID of who asked
   */
  ReferenceNumber record(AuthenticationSessionModel signIn, String application, String error) {
    ReferenceNumber reference = ReferenceNumber.next();
    event
        .clone()
        .event(EventType.LOGIN_ERROR)
        .detail(ReferenceNumber.EVENT_DETAIL, reference.value())
        .detail(DiagnosedEvents.REQUEST_DETAIL, RequestNote.of(signIn, application))
        .error(error);
    return reference;
  }

  /** Records one and shows our page with the number. */
  Response page(
      AuthenticationSessionModel signIn, String application, String error, String messageKey) {
    ReferenceNumber reference = record(signIn, application, error);
    return session
        .getProvider(LoginFormsProvider.class)
        .setAuthenticationSession(signIn)
        .setError(messageKey, reference.value())
        .createErrorPage(Response.Status.FORBIDDEN);
  }
}
