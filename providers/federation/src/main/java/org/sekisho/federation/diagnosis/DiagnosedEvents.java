package org.sekisho.federation.diagnosis;

import java.util.function.Supplier;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.core.RequestReference;

/**
 * The events of one request, of which an error carries the reference number that the page shows,
 * and what was asked for. The refusal API of the tenant looks both up.
 */
public final class DiagnosedEvents extends EventBuilder {

  /** Event detail that holds the decoded request, as JSON. */
  public static final String REQUEST_DETAIL = "sekisho_request";

  private final KeycloakSession session;
  private final Supplier<Facts> request;

  private DiagnosedEvents(KeycloakSession session, Supplier<Facts> request) {
    super(session.getContext().getRealm(), session, session.getContext().getConnection());
    this.session = session;
    this.request = request;
  }

  /** For an authorization request of OpenID Connect. */
  public static EventBuilder ofAuthorization(KeycloakSession session) {
    return new DiagnosedEvents(session, () -> Requests.authorization(session));
  }

  /**
   * For a SAML message.
   *
   * @param largest number of bytes of an inflated message
   */
  public static EventBuilder ofSaml(KeycloakSession session, long largest) {
    return new DiagnosedEvents(session, () -> Requests.saml(session, largest));
  }

  @Override
  public void error(String error) {
    boolean numbered =
        getEvent().getDetails() != null
            && getEvent().getDetails().containsKey(ReferenceNumber.EVENT_DETAIL);
    if (!numbered) {
      detail(ReferenceNumber.EVENT_DETAIL, RequestReference.of(session).value());
    }
    detail(REQUEST_DETAIL, RequestNote.json(request.get().asMap()));
    super.error(error);
  }
}
