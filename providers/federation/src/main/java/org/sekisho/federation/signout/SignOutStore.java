package org.sekisho.federation.signout;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** The notices that are still to be told, in the transaction of the session. */
record SignOutStore(KeycloakSession session) {

  void add(ClientModel application, String claims, long now) {
    SignOutNoticeEntity row = new SignOutNoticeEntity();
    row.id = UUID.randomUUID().toString();
    row.realmId = application.getRealm().getId();
    row.clientUuid = application.getId();
    row.claims = claims;
    row.createdAt = now;
    row.dueAt = now;
    entities().persist(row);
  }

  /** Those that are due, the longest waiting first. */
  List<String> due(long now, int most) {
    return entities()
        .createQuery(
            "select n.id from SignOutNoticeEntity n where n.dueAt <= :now order by n.dueAt",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** The row, for this transaction alone: what another node has done to it until then is seen. */
  Optional<SignOutNoticeEntity> lock(String id) {
    return Optional.ofNullable(
        entities().find(SignOutNoticeEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void forget(String id) {
    lock(id).ifPresent(entities()::remove);
  }

  /** An application that does not answer is left alone with all that it is to be told. */
  void postpone(SignOutNoticeEntity failed) {
    entities()
        .createQuery(
            "update SignOutNoticeEntity n set n.dueAt = :due, n.tries = :tries"
                + " where n.realmId = :realm and n.clientUuid = :client and n.dueAt < :due")
        .setParameter("due", failed.dueAt)
        .setParameter("tries", failed.tries)
        .setParameter("realm", failed.realmId)
        .setParameter("client", failed.clientUuid)
        .executeUpdate();
  }

  private EntityManager entities() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
