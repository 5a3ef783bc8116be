package org.sekisho.devicecertificate.authority;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.sekisho.devicecertificate.PerMinuteLimit;

/** Serves {@code /realms/master/sekisho-pki}, for all tenants. */
public final class PublicationResourceFactory implements RealmResourceProviderFactory {

  /** Answers to one address in a minute. */
  private static final int ANSWERS = 600;

  private final PerMinuteLimit limit = new PerMinuteLimit(ANSWERS);

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new PublicationResource(session, limit);
  }

  @Override
  public String getId() {
    return "sekisho-pki";
  }

  @Override
  public void init(Config.Scope scope) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
