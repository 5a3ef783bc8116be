package org.sekisho.loginhistory.event;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.sekisho.loginhistory.HistoryConfig;
import org.sekisho.loginhistory.HistoryJobs;

/**
 * Hears the events of all realms: a tenant cannot switch its history off. It is also where the
 * server configuration of the history is read, see {@link HistoryConfig}.
 */
public final class HistoryListenerFactory implements EventListenerProviderFactory {

  private final StrangersLimit strangers = new StrangersLimit();
  private HistoryConfig config;

  @Override
  public EventListenerProvider create(KeycloakSession session) {
    return new HistoryListener(session, strangers);
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public String getId() {
    return "sekisho-login-history";
  }

  @Override
  public void init(Config.Scope scope) {
    config = HistoryConfig.of(scope);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            HistoryJobs.schedule(factory, config);
          }
        });
  }

  @Override
  public void close() {}
}
