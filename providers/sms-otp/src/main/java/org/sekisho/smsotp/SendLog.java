package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;

/**
 * The log of messages by which the limits count.
 *
 * <p>A message is written and committed before anything is counted. Two sign-ins that race, on one
 * node or on two, therefore each see the other's row: at worst both are told to wait, never are
 * both sent. Each call is a transaction of its own, so a sign-in that fails later takes no row
 * back.
 */
final class SendLog {

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private final OwnTransaction transaction;

  SendLog(OwnTransaction transaction) {
    this.transaction = transaction;
  }

  void reserve(String id, SendRequest request, long now) {
    transaction.run(
        entities -> {
          entities.persist(new SmsSendEntity(id, request, now));
          return null;
        });
  }

  void withdraw(String id) {
    transaction.run(
        entities ->
            entities
                .createQuery("delete from SmsSendEntity s where s.id = :id")
                .setParameter("id", id)
                .executeUpdate());
  }

  void report(EntityManager entities, String id, String messageId, String status) {
    entities
        .createQuery(
            "update SmsSendEntity s set s.messageId = :message, s.status = :status"
                + " where s.id = :id")
        .setParameter("message", messageId)
        .setParameter("status", status)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Notes what the provider reports of a message; false where no such message is known. */
  boolean reportDelivery(String messageId, String status) {
    return transaction.run(
            entities ->
                entities
                    .createQuery(
                        "update SmsSendEntity s set s.status = :status where s.messageId = :message")
                    .setParameter("status", status)
                    .setParameter("message", messageId)
                    .executeUpdate())
        > 0;
  }

  /** What was sent before, without the row {@code ownId}. */
  SendLimits.History history(String ownId, SendRequest request, long now) {
    return transaction.run(
        entities ->
            new SendLimits.History(
                timesToNumber(entities, ownId, request, now),
                count(entities, "s.userId = :value", request.userId(), ownId, now - DAY),
                count(entities, "s.realmId = :value", request.realmId(), ownId, now - DAY),
                count(
                    entities,
                    "s.clientAddress = :value",
                    request.clientAddress(),
                    ownId,
                    now - HOUR)));
  }

  /** Times of the messages of the same kind to the same number in the last 24 hours. */
  List<Long> timesToNumber(SendRequest request, long now) {
    return transaction.run(entities -> timesToNumber(entities, "", request, now));
  }

  private static List<Long> timesToNumber(
      EntityManager entities, String ownId, SendRequest request, long now) {
    return entities
        .createQuery(
            "select s.sentAt from SmsSendEntity s where s.numberFingerprint = :number"
                + " and s.registering = :registering and s.sentAt > :since and s.id <> :own order by s.sentAt",
            Long.class)
        .setParameter("number", request.number().fingerprint())
        .setParameter("registering", request.registering())
        .setParameter("since", now - DAY)
        .setParameter("own", ownId)
        .getResultList();
  }

  private static int count(
      EntityManager entities, String condition, String value, String ownId, long since) {
    return entities
        .createQuery(
            "select count(s) from SmsSendEntity s where "
                + condition
                + " and s.sentAt > :since and s.id <> :own",
            Long.class)
        .setParameter("value", value)
        .setParameter("since", since)
        .setParameter("own", ownId)
        .getSingleResult()
        .intValue();
  }
}
