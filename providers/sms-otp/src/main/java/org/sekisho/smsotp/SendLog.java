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
      "select 0, SENT_AT from {h-schema}SEKISHO_SMS_SEND"
          + " where NUMBER_FINGERPRINT = ? and REGISTERING = ? and SENT_AT > ? and ID <> ?"
          + " union all select 1, count(*) from {h-schema}SEKISHO_SMS_SEND"
          + " where USER_ID = ? and SENT_AT > ? and ID <> ?"
          + " union all select 2, count(*) from {h-schema}SEKISHO_SMS_SEND"
          + " where REALM_ID = ? and SENT_AT > ? and ID <> ?"
          + " union all select 3, count(*) from {h-schema}SEKISHO_SMS_SEND"
          + " where CLIENT_ADDRESS = ? and SENT_AT > ? and ID <> ?";

  /** One row of that answer: a time of {@link #TO_NUMBER}, or how many of another kind. */
  private record Count(int kind, long number) {}

  private final OwnTransaction transaction;

  SendLog(OwnTransaction transaction) {
    this.transaction = transaction;
  }

  void reserve(String id, SendRequest request, long now) {
    transaction.run(
        entities ->
            PlainSql.change(
                entities,
                "insert into {h-schema}SEKISHO_SMS_SEND (ID, REALM_ID, USER_ID,"
                    + " NUMBER_FINGERPRINT, CLIENT_ADDRESS, REGISTERING, SENT_AT)"
                    + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                request.realmId(),
                request.userId(),
                request.number().fingerprint(),
                request.caller(),
                request.registering(),
                now));
  }

  void withdraw(String id) {
    transaction.run(
        entities ->
            PlainSql.change(entities, "delete from {h-schema}SEKISHO_SMS_SEND where ID = ?", id));
  }

  static void failed(EntityManager entities, String id) {
    PlainSql.change(
        entities, "update {h-schema}SEKISHO_SMS_SEND set STATUS = 'failed' where ID = ?", id);
  }

  static void accepted(EntityManager entities, String id, String messageId) {
    PlainSql.change(
        entities,
        "update {h-schema}SEKISHO_SMS_SEND set MESSAGE_ID = ?, STATUS = 'accepted' where ID = ?",
        messageId,
        id);
  }

  /** Notes what the provider reports of a message, if it is known. */
  static void reportDelivery(EntityManager entities, String messageId, String status) {
    PlainSql.change(
        entities,
        "update {h-schema}SEKISHO_SMS_SEND set STATUS = ? where MESSAGE_ID = ?",
        status,
        messageId);
  }

  /**
   * What was sent before, without the row {@code ownId}.
   *
   * @param reading sees what others have committed until now (isolation READ COMMITTED, as Keycloak
   *     has it); may be the transaction of the sign-in, which spares one
   */
  static SendLimits.History history(
      EntityManager reading, String ownId, SendRequest request, long now) {
    long day = now - DAY;
    List<Count> counts =
        PlainSql.read(
            reading,
            row -> new Count(row.getInt(1), row.getLong(2)),
            HISTORY,
            request.number().fingerprint(),
            request.registering(),
            day,
            ownId,
            request.userId(),
            day,
            ownId,
            request.realmId(),
            day,
            ownId,
            request.caller(),
            now - HOUR,
            ownId);
    return new SendLimits.History(
        of(TO_NUMBER, counts).sorted().boxed().toList(),
        (int) of(TO_USER, counts).sum(),
        (int) of(BY_TENANT, counts).sum(),
        (int) of(FROM_ADDRESS, counts).sum());
  }

  private static LongStream of(int kind, List<Count> counts) {
    return counts.stream().filter(count -> count.kind() == kind).mapToLong(Count::number);
  }

  /** Times of the messages of the same kind to the same number in the last 24 hours. */
  static List<Long> timesToNumber(EntityManager reading, SendRequest request, long now) {
    return PlainSql.read(
        reading,
        row -> row.getLong(1),
        "select SENT_AT from {h-schema}SEKISHO_SMS_SEND where NUMBER_FINGERPRINT = ?"
            + " and REGISTERING = ? and SENT_AT > ? order by SENT_AT",
        request.number().fingerprint(),
        request.registering(),
        now - DAY);
  }
}
