package org.sekisho.devicecertificate.authority;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.certauthority.keystore.CaKeyException;
import org.sekisho.certauthority.keystore.StoredKey;
import org.sekisho.certauthority.keystore.WrappedKeyStore;
import org.sekisho.devicecertificate.DeviceCertificates;

/**
 * Wraps the keys of issuing CAs under the first key-encryption key of the configuration, where they
 * are under another. Each in a transaction of its own that asks for what it has read: a crash or
 * another node leaves every key under one of the two.
 */
public final class Rewrapping implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(Rewrapping.class);
  private static final int PAGE = 200;

  private String reported = "";

  /** What a run has found. */
  private static final class Count {
    private int current;
    private int rewrapped;
    private int failed;

    @Override
    public String toString() {
      return "%d under the first key-encryption key, %d that cannot be opened"
          .formatted(current + rewrapped, failed);
    }
  }

  @Override
  public void run(KeycloakSession session) {
    Optional<WrappedKeyStore> store = DeviceCertificates.of(session).wrapped();
    if (store.isPresent()) {
      report(rewrapAll(session.getKeycloakSessionFactory(), store.get()));
    }
  }

  private void report(Count count) {
    // Only news: the job runs for years.
    if (!count.toString().equals(reported)) {
      reported = count.toString();
      LOG.infof("Keys of issuing CAs: %s", reported);
    }
  }

  private static Count rewrapAll(KeycloakSessionFactory factory, WrappedKeyStore store) {
    Count count = new Count();
    String after = "";
    while (after != null) {
      String from = after;
      after =
          KeycloakModelUtils.runJobInTransactionWithResult(
              factory, own -> rewrapPage(own, store, from, count));
    }
    return count;
  }

  /** The last identifier of the page; null where it was the last page. */
  private static String rewrapPage(
      KeycloakSession own, WrappedKeyStore store, String after, Count count) {
    List<WrappedRow> page =
        entities(own)
            .createQuery(
                "select new org.sekisho.devicecertificate.authority.WrappedRow("
                    + "a.id, a.tenant, a.generation, a.keyMaterial, a.publicKey)"
                    + " from AuthorityEntity a where a.keyScheme = :wrapped and a.id > :after"
                    + " order by a.id",
                WrappedRow.class)
            .setParameter("wrapped", WrappedKeyStore.SCHEME)
            .setParameter("after", after)
            .setMaxResults(PAGE)
            .getResultList();
    page.forEach(row -> rewrap(own.getKeycloakSessionFactory(), store, row, count));
    return page.size() < PAGE ? null : page.get(page.size() - 1).id();
  }

  private static void rewrap(
      KeycloakSessionFactory factory, WrappedKeyStore store, WrappedRow row, Count count) {
    try {
      if (!store.needsRewrap(row.key())) {
        count.current++;
        return;
      }
      StoredKey anew = store.rewrap(row.generation(), row.key());
      KeycloakModelUtils.runJobInTransaction(factory, own -> replace(own, row, anew));
      count.rewrapped++;
    } catch (CaKeyException unopened) {
      count.failed++;
      LOG.errorf("The key of %s was not wrapped anew: %s", row.generation(), unopened.getMessage());
    }
  }

  private static void replace(KeycloakSession own, WrappedRow row, StoredKey anew) {
    entities(own)
        .createQuery(
            "update AuthorityEntity a set a.keyMaterial = :anew"
                + " where a.id = :id and a.keyMaterial = :read")
        .setParameter("anew", AuthorityKeys.material(anew))
        .setParameter("id", row.id())
        .setParameter("read", row.material())
        .executeUpdate();
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
