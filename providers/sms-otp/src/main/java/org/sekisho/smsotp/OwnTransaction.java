package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs work on the tables in a transaction of its own, committed when {@link #run} returns: a
 * sign-in that fails later must not take back a try or a message that was counted.
 */
interface OwnTransaction {

  <T> T run(Function<EntityManager, T> work);

  static OwnTransaction of(KeycloakSessionFactory factory) {
    return new OwnTransaction() {
      @Override
      public <T> T run(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
            factory,
            session ->
                work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
      }
    };
  }
}
