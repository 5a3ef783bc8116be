package org.sekisho.loginhistory.own;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.PortalCaller;
import org.sekisho.historyseal.UuidV7;

/** Keeps what users say to their sign-ins. */
public final class SignInChecks {

  /** An answer of a session is given once; the first one stands. */
  private static final String INSERT =
      "insert into SEKISHO_SIGN_IN_CHECK (ID, REALM_ID, USER_KEY, USER_NAME, SESSION_ID, ANSWER,"
          + " ANSWERED_AT) select ?, ?, ?, ?, ?, ?, ? where not exists"
          + " (select 1 from SEKISHO_SIGN_IN_CHECK where SESSION_ID = ? and ANSWER = ?)";

  private final EntityManager entities;

  public SignInChecks(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** The kinds of answers. */
  enum Answer {
    CONFIRMED,
    REPORTED
  }

  Optional<SignInCheckEntity> find(String sessionId, Answer answer) {
    return entities
        .createQuery(
            "select c from SignInCheckEntity c where c.sessionId = :session and c.answer = :answer",
            SignInCheckEntity.class)
        .setParameter("session", sessionId)
        .setParameter("answer", answer.name())
        .getResultStream()
        .findFirst();
  }

  /**
   * Keeps an answer.
   *
   * @return when it was given, which is earlier than now where it had been given before
   */
  long keep(PortalCaller caller, Answer answer, long now) {
    entities.unwrap(Session.class).doWork(connection -> insert(connection, caller, answer, now));
    return find(caller.userSession().getId(), answer)
        .map(SignInCheckEntity::answeredAt)
        .orElse(now);
  }

  private static void insert(
      java.sql.Connection connection, PortalCaller caller, Answer answer, long now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, UuidV7.next());
      insert.setString(2, caller.realm().getId());
      insert.setString(3, caller.user().getId());
      insert.setString(4, caller.user().getUsername());
      insert.setString(5, caller.userSession().getId());
      insert.setString(6, answer.name());
      insert.setLong(7, now);
      insert.setString(8, caller.userSession().getId());
      insert.setString(9, answer.name());
      insert.executeUpdate();
    }
  }

  /** Answers of a tenant's users, the newest first. */
  public List<SignInCheckEntity> list(RealmModel realm, long from, long to, int most) {
    return entities
        .createQuery(
            "select c from SignInCheckEntity c where c.realmId = :realm and c.answeredAt >= :from"
                + " and c.answeredAt < :to order by c.answeredAt desc, c.id desc",
            SignInCheckEntity.class)
        .setParameter("realm", realm.getId())
        .setParameter("from", from)
        .setParameter("to", to)
        .setMaxResults(most)
        .getResultList();
  }
}
