package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;

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

  /** Stores a first code, or replaces it by one sent again: the tries made so far stay counted. */
  void keep(
      EntityManager entities,
      OneTimeCode.Binding binding,
      String numberFingerprint,
      String codeHash,
      long expiresAt) {
    SmsCodeEntity code = entities.find(SmsCodeEntity.class, binding.codeId());
    if (code == null) {
      code = new SmsCodeEntity(binding, numberFingerprint);
      write(code, codeHash, expiresAt);
      entities.persist(code);
    } else {
      write(code, codeHash, expiresAt);
    }
  }

  private static void write(SmsCodeEntity code, String codeHash, long expiresAt) {
    code.codeHash = codeHash;
    code.expiresAt = expiresAt;
    // Only a sign-in that was rolled back after its code was used comes here with a used one.
    code.usedAt = null;
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
          SmsCodeEntity code = entities.find(SmsCodeEntity.class, codeId);
          if (code == null) {
            return new Result(Outcome.NOT_SENT, 0);
          }
          if (!counted) {
            return new Result(whyNotCounted(code, maxTries), 0);
          }
          if (OneTimeCode.sameHash(code.codeHash, presentedHash)) {
            code.usedAt = now;
            return new Result(Outcome.ACCEPTED, 0);
          }
          return new Result(Outcome.WRONG, maxTries - code.tries);
        });
  }

  private static boolean countTry(EntityManager entities, String codeId, int maxTries, long now) {
    // SQL: Hibernate would translate its own language anew for each try.
    return entities
            .createNativeQuery(
                "update {h-schema}SEKISHO_SMS_CODE set TRIES = TRIES + 1 where ID = :id"
                    + " and USED_AT is null and TRIES < :max and EXPIRES_AT > :now")
            .setParameter("id", codeId)
            .setParameter("max", maxTries)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  private static Outcome whyNotCounted(SmsCodeEntity code, int maxTries) {
    if (code.usedAt != null) {
      return Outcome.NOT_SENT;
    }
    return code.tries >= maxTries ? Outcome.TRIES_USED_UP : Outcome.EXPIRED;
  }
}
