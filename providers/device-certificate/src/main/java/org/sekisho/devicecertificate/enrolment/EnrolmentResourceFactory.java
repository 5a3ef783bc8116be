package org.sekisho.devicecertificate.enrolment;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.sekisho.devicecertificate.DeviceCertificates;
import org.sekisho.devicecertificate.PerMinuteLimit;

/** Serves {@code /realms/{tenant}/sekisho-enrolment}. */
public final class EnrolmentResourceFactory implements RealmResourceProviderFactory {

  static final String ID = "sekisho-enrolment";

  /** Calls of one address in a minute: a page makes one every two seconds at most. */
  private static final int CALLS = 60;

  private final PerMinuteLimit limit = new PerMinuteLimit(CALLS);

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new EnrolmentResource(session, DeviceCertificates.of(session).config(), limit);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
