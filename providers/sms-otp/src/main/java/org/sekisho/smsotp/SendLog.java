package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The log of messages by which the limits count.
 *
 * <p>A message is written and committed before anything is counted. Two sign-ins that race, on one
 * node or on two, therefore each see the other's row: at worst both are told to wait, never are
 * both sent. Each writing call is a transaction of its own, so a sign-in that fails later takes no
 * row back.
 */
final class SendLog {

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private static final int TO_NUMBER = 0;
  private static final int TO_USER = 1;
  private static final int BY_TENANT = 2;
  private static final int FROM_ADDRESS = 3;

  /** All that the limits count, in one question: each one more costs as much as all of them. */
  private static final String HISTORY =
      "select 0 as kind, s.sentAt as number from SmsSendEntity s where s.numberFingerprint = :number"
          + " and s.registering = :registering and s.sentAt > :day and s.id <> :own"
          + " union all select 1, count(s) from SmsSendEntity s"
          + " where s.userId = :user and s.sentAt > :day and s.id <> :own"
          + " union all select 2, count(s) from SmsSendEntity s"
          + " where s.realmId = :realm and s.sentAt > :day and s.id <> :own"
          + " union all select 3, count(s) from SmsSendEntity s"
          + " where s.clientAddress = :address and s.sentAt > :hour and s.id <> :own";

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

  void failed(EntityManager entities, String id) {
    entities
        .createQuery("update SmsSendEntity s set s.status = 'failed' where s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** SQL, here and below: Hibernate would translate its own language anew for each message. */
  void accepted(EntityManager entities, String id, String messageId) {
    entities
        .createNativeQuery(
            "update {h-schema}SEKISHO_SMS_SEND set MESSAGE_ID = :message, STATUS = 'accepted'"
                + " where ID = :id")
        .setParameter("message", messageId)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Notes what the provider reports of a message, if it is known. */
  static void reportDelivery(EntityManager entities, String messageId, String status) {
    entities
        .createNativeQuery(
            "update {h-schema}SEKISHO_SMS_SEND set STATUS = :status where MESSAGE_ID = :message")
        .setParameter("status", status)
        .setParameter("message", messageId)
        .executeUpdate();
  }

  /**
   * What was sent before, without the row {@code ownId}.
   *
   * @param reading sees what others have committed until now (isolation READ COMMITTED, as Keycloak
   *     has it); may be the transaction of the sign-in, which spares one
   */
  static SendLimits.History history(
      EntityManager reading, String ownId, SendRequest request, long now) {
    List<Object[]> rows =
        reading
            .createQuery(HISTORY, Object[].class)
            .setParameter("number", request.number().fingerprint())
            .setParameter("registering", request.registering())
            .setParameter("user", request.userId())
            .setParameter("realm", request.realmId())
            .setParameter("address", request.clientAddress())
            .setParameter("day", now - DAY)
            .setParameter("hour", now - HOUR)
            .setParameter("own", ownId)
            .getResultList();
    return new SendLimits.History(
        of(TO_NUMBER, rows).sorted().boxed().toList(),
        (int) of(TO_USER, rows).sum(),
        (int) of(BY_TENANT, rows).sum(),
        (int) of(FROM_ADDRESS, rows).sum());
  }

  private static LongStream of(int kind, List<Object[]> rows) {
    return rows.stream()
        .filter(row -> ((Number) row[0]).intValue() == kind)
        .mapToLong(row -> ((Number) row[1]).longValue());
  }

  /** Times of the messages of the same kind to the same number in the last 24 hours. */
  static List<Long> timesToNumber(EntityManager reading, SendRequest request, long now) {
    return reading
        .createQuery(
            "select s.sentAt from SmsSendEntity s where s.numberFingerprint = :number"
                + " and s.registering = :registering and s.sentAt > :since order by s.sentAt",
            Long.class)
        .setParameter("number", request.number().fingerprint())
        .setParameter("registering", request.registering())
        .setParameter("since", now - DAY)
        .getResultList();
  }
}
