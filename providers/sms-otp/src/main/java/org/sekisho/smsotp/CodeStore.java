package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Keeps the hashes of codes, counts tries and hands out each code's single use. */
final class CodeStore {

  /** What became of a try. */
  enum Outcome {
    ACCEPTED,
    WRONG,
    EXPIRED,
    TRIES_USED_UP,
    /** Already used, of another sign-in, or never sent. */
    NOT_SENT
  }

  /** An outcome and, after a wrong code, the tries that are left. */
  record Result(Outcome outcome, int triesLeft) {}

  private final OwnTransaction transaction;

  CodeStore(OwnTransaction transaction) {
    this.transaction = transaction;
  }

  /** Stores the first code of a sign-in. */
  static void insert(
      EntityManager entities,
      OneTimeCode.Binding binding,
      String numberFingerprint,
      String codeHash,
      long expiresAt) {
    PlainSql.change(
        entities,
        "insert into {h-schema}SEKISHO_SMS_CODE (ID, REALM_ID, USER_ID, NUMBER_FINGERPRINT,"
            + " CODE_HASH, TRIES, EXPIRES_AT) values (?, ?, ?, ?, ?, 0, ?)",
        binding.codeId(),
        binding.realmId(),
        binding.userId(),
        numberFingerprint,
        codeHash,
        expiresAt);
  }

  /** Stores a code that was sent again: the tries made so far stay counted. */
  static void replace(
      EntityManager entities,
      OneTimeCode.Binding binding,
      String numberFingerprint,
      String codeHash,
      long expiresAt) {
    // Only a sign-in that was rolled back after its code was used comes here with a used one, and
    // only one that was rolled back after its code was sent with none.
    int replaced =
        PlainSql.change(
            entities,
            "update {h-schema}SEKISHO_SMS_CODE set CODE_HASH = ?, EXPIRES_AT = ?, USED_AT = null"
                + " where ID = ?",
            codeHash,
            expiresAt,
            binding.codeId());
    if (replaced == 0) {
      insert(entities, binding, numberFingerprint, codeHash, expiresAt);
    }
  }

  /**
   * Judges one try.
   *
   * <p>The try is counted first and by the database itself: the update takes the row's lock, so
   * tries that arrive together, on whichever nodes, are judged one after the other and none of them
   * is free. Only the transaction that holds the lock can mark the code as used. The answer reaches
   * nobody before the commit.
   */
  Result submit(String codeId, String presentedHash, int maxTries, long now) {
    return transaction.run(
        entities -> {
          boolean counted = countTry(entities, codeId, maxTries, now);
          Optional<Kept> kept = find(entities, codeId);
          if (kept.isEmpty()) {
            return new Result(Outcome.NOT_SENT, 0);
          }
          if (!counted) {
            return new Result(kept.get().whyNotCounted(maxTries), 0);
          }
          if (OneTimeCode.sameHash(kept.get().hash(), presentedHash)) {
            use(entities, codeId, now);
            return new Result(Outcome.ACCEPTED, 0);
          }
          return new Result(Outcome.WRONG, maxTries - kept.get().tries());
        });
  }

  private static boolean countTry(EntityManager entities, String codeId, int maxTries, long now) {
    return PlainSql.change(
            entities,
            "update {h-schema}SEKISHO_SMS_CODE set TRIES = TRIES + 1 where ID = ?"
                + " and USED_AT is null and TRIES < ? and EXPIRES_AT > ?",
            codeId,
            maxTries,
            now)
        == 1;
  }

  private static Optional<Kept> find(EntityManager entities, String codeId) {
    return PlainSql.read(
            entities,
            row -> new Kept(row.getString(1), row.getInt(2), row.getObject(3) != null),
            "select CODE_HASH, TRIES, USED_AT from {h-schema}SEKISHO_SMS_CODE where ID = ?",
            codeId)
        .stream()
        .findFirst();
  }

  private static void use(EntityManager entities, String codeId, long now) {
    PlainSql.change(
        entities, "update {h-schema}SEKISHO_SMS_CODE set USED_AT = ? where ID = ?", now, codeId);
  }

  /** A code as it is in its row. */
  private record Kept(String hash, int tries, boolean used) {

    Outcome whyNotCounted(int maxTries) {
      if (used) {
        return Outcome.NOT_SENT;
      }
      return tries >= maxTries ? Outcome.TRIES_USED_UP : Outcome.EXPIRED;
    }
  }
}
