package org.sekisho.devicecertificate.enrolment;

import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.handback.Check;
import org.sekisho.devicecertificate.handback.Outcome;

/** The last step of an enrolment: the listener has seen the device with its new certificate. */
public final class Activation {

  private static final String SEPARATOR = " ";

  private final KeycloakSession session;
  private final RealmModel tenant;

  public Activation(KeycloakSession session, RealmModel tenant) {
    this.session = session;
    this.tenant = tenant;
  }

  /** What a question to the listener is about. */
  static String subject(String enrolmentId, URI page) {
    return enrolmentId + SEPARATOR + page;
  }

  /** Notes what the listener saw, and tells where the browser goes on. */
  public URI note(Check asked, Outcome outcome, String deviceId) {
    int separator = asked.subject().indexOf(SEPARATOR);
    Enrolments enrolments = new Enrolments(session, tenant);
    boolean isNewDevice =
        enrolments
            .byId(asked.subject().substring(0, separator))
            .filter(enrolment -> deviceId.equals(enrolment.deviceId))
            .isPresent();
    Outcome shown = outcome == Outcome.VALID && !isNewDevice ? Outcome.OTHER_CERTIFICATE : outcome;
    if (shown == Outcome.VALID) {
      enrolments.activate(asked.subject().substring(0, separator));
    }
    String word = shown == Outcome.VALID ? "ACTIVE" : shown.name();
    return URI.create(asked.subject().substring(separator + 1) + "/checked?outcome=" + word);
  }
}
