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

  /**
   * When an application hears of what is added now.
   *
   * @param tries made so far for what it is left alone with
   */
  record Turn(long dueAt, int tries) {}

  /** An application that is left alone for now hears of what is new later, too. */
  Turn turn(ClientModel application, long now) {
    return entities()
        .createQuery(
            "select n from SignOutNoticeEntity n where n.realmId = :realm"
                + " and n.clientUuid = :client and n.tries > 0 and n.dueAt > :now"
                + " order by n.dueAt desc",
            SignOutNoticeEntity.class)
        .setParameter("realm", application.getRealm().getId())
        .setParameter("client", application.getId())
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(failed -> new Turn(failed.dueAt, failed.tries))
        .orElse(new Turn(now, 0));
  }

  SignOutNoticeEntity add(ClientModel application, String claims, Turn turn, long now) {
    SignOutNoticeEntity row = new SignOutNoticeEntity();
    row.id = UUID.randomUUID().toString();
    row.realmId = application.getRealm().getId();
    row.clientUuid = application.getId();
    row.claims = claims;
    row.createdAt = now;
    row.dueAt = turn.dueAt();
    row.tries = turn.tries();
    entities().persist(row);
    return row;
  }

  /** Writes them and forgets them here: many would make each further query slow. */
  void flush(List<SignOutNoticeEntity> added) {
    entities().flush();
    added.forEach(entities()::detach);
  }

  /** Those that are to hear something now, whoever waits the longest first. */
  List<String> dueApplications(long now, int most) {
    return entities()
        .createQuery(
            "select n.clientUuid from SignOutNoticeEntity n where n.dueAt <= :now"
                + " group by n.clientUuid order by min(n.dueAt)",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  List<String> due(String application, long now, int most) {
    return entities()
        .createQuery(
            "select n.id from SignOutNoticeEntity n where n.clientUuid = :client"
                + " and n.dueAt <= :now order by n.dueAt",
            String.class)
        .setParameter("client", application)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** The row, for this transaction alone: what another node has done to it until then is seen. */
  Optional<SignOutNoticeEntity> lock(String id) {
    return Optional.ofNullable(
        entities().find(SignOutNoticeEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<SignOutNoticeEntity> find(String id) {
    return Optional.ofNullable(entities().find(SignOutNoticeEntity.class, id));
  }

  void forget(String id) {
    entities()
        .createQuery("delete from SignOutNoticeEntity n where n.id = :id")
        .setParameter("id", id)
        .executeUpdate();
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
