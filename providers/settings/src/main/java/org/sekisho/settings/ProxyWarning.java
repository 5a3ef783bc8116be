package org.sekisho.settings;

import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.network.ProxyTrust;

/** Tells at the start that tenants have rules on addresses which the server cannot be sure of. */
final class ProxyWarning {

  private static final Logger LOG = Logger.getLogger(ProxyWarning.class);

  private ProxyWarning() {}

  static void writeAtStart(KeycloakSessionFactory factory, ProxyTrust trust) {
    trust
        .warning()
        .ifPresent(
            warning ->
                KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> {
                      if (rulesExist(session)) {
                        LOG.warnf("Tenants have rules on addresses. %s", warning.explanation());
                      }
                    }));
  }

  private static boolean rulesExist(KeycloakSession session) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    return !entities
        .createQuery("select r.id from AccessRulesEntity r", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
