package org.sekisho.devicecertificate.authority;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.certauthority.keystore.CaKeyException;
import org.sekisho.certauthority.keystore.CaKeyStore;
import org.sekisho.certauthority.keystore.WrappedKeyStore;
import org.sekisho.devicecertificate.DeviceCertificates;

/**
 * Destroys keys of tenants that are gone. A token knows nothing of transactions, so which keys are
 * to go is written in the transaction that removes the tenant, and they are destroyed afterwards:
 * again after a crash, until each is gone.
 */
public final class ForgottenKeys implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(ForgottenKeys.class);
  private static final int BATCH = 20;

  /** Notes the keys of a tenant that is being removed; its rows are deleted next. */
  public static void note(EntityManager entities, String realmId) {
    // With its row a wrapped key is gone.
    entities
        .createQuery(
            "select a from AuthorityEntity a where a.realmId = :realm and a.keyScheme <> :wrapped",
            AuthorityEntity.class)
        .setParameter("realm", realmId)
        .setParameter("wrapped", WrappedKeyStore.SCHEME)
        .getResultStream()
        .forEach(authority -> entities.persist(new ForgottenKeyEntity(authority)));
    entities.flush();
  }

  @Override
  public void run(KeycloakSession session) {
    if (DeviceCertificates.of(session).config().isEmpty()) {
      return;
    }
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    CaKeyStore store = DeviceCertificates.of(session).keys();
    for (String id : waiting(session)) {
      KeycloakModelUtils.runJobInTransaction(factory, own -> forget(own, store, id));
    }
  }

  private static List<String> waiting(KeycloakSession session) {
    return entities(session)
        .createQuery("select k.id from ForgottenKeyEntity k order by k.since", String.class)
        .setMaxResults(BATCH)
        .getResultList();
  }

  private static void forget(KeycloakSession own, CaKeyStore store, String id) {
    ForgottenKeyEntity key = entities(own).find(ForgottenKeyEntity.class, id);
    if (key == null) {
      return;
    }
    try {
      store.forget(key.generation(), key.key());
      entities(own).remove(key);
      LOG.infof("Destroyed the key of %s", key.generation());
    } catch (CaKeyException refused) {
      // To the end of the queue, so that one that cannot be reached keeps no other.
      key.since = Time.currentTimeMillis();
      LOG.errorf(
          "The key of %s was not destroyed, tried again: %s",
          key.generation(), refused.getMessage());
    }
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
