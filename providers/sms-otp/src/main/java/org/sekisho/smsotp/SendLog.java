package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;

/**
 * The log of messages by which the limits count.
 *
 * <p>A message is written and committed before anything is counted. Two sign-ins that race, on one
 * node or on two, therefore each see the other's row: at worst both are told to wait, never are
 * both sent. That is a transaction of its own, so a sign-in that fails later takes no row back;
 * what became of the message is noted in the sign-in's.
 */
final class SendLog {

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
        entities,
        "update {h-schema}SEKISHO_SMS_SEND set STATUS = coalesce(STATUS, 'failed') where ID = ?",
        id);
  }

  /** A report that was faster stays. */
  static void accepted(EntityManager entities, String id, String messageId) {
    PlainSql.change(
        entities,
        "update {h-schema}SEKISHO_SMS_SEND set MESSAGE_ID = ?,"
            + " STATUS = coalesce(STATUS, 'accepted') where ID = ?",
        messageId,
        id);
  }

  /** Notes what the provider reports of a message, if it is known. */
  static void reportDelivery(EntityManager entities, String id, String status) {
    PlainSql.change(
        entities, "update {h-schema}SEKISHO_SMS_SEND set STATUS = ? where ID = ?", status, id);
  }
}
