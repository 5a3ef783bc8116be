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
    // A used one is replaced where the sign-in's notes were lost after its code was used, and there
    // is none where they were kept of a sign-in that was rolled back.
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
   * <p>No try is free: whoever is told that a code was wrong or right has had it counted by the
   * database itself, by an update of a row that still allows it. It takes the row's lock, so tries
   * that arrive together, on whichever nodes, are counted one after the other. A code that can no
   * longer be used is not compared at all.
   *
   * <p>A wrong try is a transaction of its own, so nothing takes it back. A right one is part of
   * the sign-in: either both are committed, or neither is. The answer reaches nobody before.
   *
   * @param signIn the transaction of the sign-in
   */
  Result submit(EntityManager signIn, String codeId, String presentedHash, int maxTries, long now) {
    Optional<Kept> kept = find(signIn, codeId);
    if (kept.isEmpty() || !kept.get().isOpen(maxTries, now)) {
      return refused(kept, maxTries);
    }
    return OneTimeCode.sameHash(kept.get().hash(), presentedHash)
        ? use(signIn, codeId, kept.get().hash(), maxTries, now)
        : countWrong(codeId, maxTries, now);
  }

  private static Result use(
      EntityManager signIn, String codeId, String hash, int maxTries, long now) {
    int used =
        PlainSql.change(
            signIn,
            "update {h-schema}SEKISHO_SMS_CODE set TRIES = TRIES + 1, USED_AT = ? where ID = ?"
                + " and CODE_HASH = ? and USED_AT is null and TRIES < ? and EXPIRES_AT > ?",
            now,
            codeId,
            hash,
            maxTries,
            now);
    return used == 1 ? new Result(Outcome.ACCEPTED, 0) : refused(find(signIn, codeId), maxTries);
  }

  private Result countWrong(String codeId, int maxTries, long now) {
    return transaction.run(
        entities -> {
          int counted =
              PlainSql.change(
                  entities,
                  "update {h-schema}SEKISHO_SMS_CODE set TRIES = TRIES + 1 where ID = ?"
                      + " and USED_AT is null and TRIES < ? and EXPIRES_AT > ?",
                  codeId,
                  maxTries,
                  now);
          Optional<Kept> kept = find(entities, codeId);
          return counted == 1 && kept.isPresent()
              ? new Result(Outcome.WRONG, maxTries - kept.get().tries())
              : refused(kept, maxTries);
        });
  }

  private static Result refused(Optional<Kept> kept, int maxTries) {
    return new Result(kept.map(code -> code.whyClosed(maxTries)).orElse(Outcome.NOT_SENT), 0);
  }

  private static Optional<Kept> find(EntityManager entities, String codeId) {
    return PlainSql.read(
            entities,
            row ->
                new Kept(row.getString(1), row.getInt(2), row.getObject(3) != null, row.getLong(4)),
            "select CODE_HASH, TRIES, USED_AT, EXPIRES_AT from {h-schema}SEKISHO_SMS_CODE where ID = ?",
            codeId)
        .stream()
        .findFirst();
  }

  /** A code as it is in its row. */
  private record Kept(String hash, int tries, boolean used, long expiresAt) {

    boolean isOpen(int maxTries, long now) {
      return !used && tries < maxTries && expiresAt > now;
    }

    Outcome whyClosed(int maxTries) {
      if (used) {
        return Outcome.NOT_SENT;
      }
      return tries >= maxTries ? Outcome.TRIES_USED_UP : Outcome.EXPIRED;
    }
  }
}
