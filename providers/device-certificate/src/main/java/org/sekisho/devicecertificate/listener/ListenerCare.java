package org.sekisho.devicecertificate.listener;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.devicecertificate.authority.Authorities;

/** Keeps a node's listener up to date with the issuing CAs and with its own certificate. */
public final class ListenerCare implements ScheduledTask {

  private final CertauthListener listener;
  private String version = "";

  public ListenerCare(CertauthListener listener) {
    this.listener = listener;
  }

  @Override
  public void run(KeycloakSession session) {
    String now = Authorities.version(session);
    if (listener.hasLearned() || !now.equals(version)) {
      listener.learnIssuers(session);
      version = now;
    }
    listener.reload();
  }

  @Override
  public String getTaskName() {
    return "sekisho-device-listener";
  }
}
