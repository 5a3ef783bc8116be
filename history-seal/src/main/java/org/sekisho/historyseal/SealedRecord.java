package org.sekisho.historyseal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A record of the history as a seal sees it, and as an export carries it.
 *
 * <p>Who it was, {@code userKey} and {@code userId}, enters the hash through a commitment: {@code
 * SHA-256(salt, userKey, userId)}. A tenant that keeps records under a pseudonym deletes the salt
 * and keeps the commitment: the rest of the record can still be verified, and nobody can find out
 * by trying whom it was about. A tenant that deletes records keeps their {@code leaf} alone.
 *
 * @param id UUIDv7
 * @param at when it happened, in milliseconds since the epoch
 * @param salt 32 hexadecimal digits; null where the record is under a pseudonym or deleted
 * @param commitment 64 hexadecimal digits; only where there is no salt
 * @param leaf 64 hexadecimal digits; only where nothing else is kept
 */
public record SealedRecord(
    String id,
    String tenant,
    Long at,
    String kind,
    String userKey,
    String userId,
    String address,
    String browser,
    String browserVersion,
    String os,
    String osVersion,
    Boolean mobile,
    String application,
    String protocol,
    String factors,
    String failedFactor,
    String reason,
    String reference,
    String rule,
    String zone,
    String session,
    String certificate,
    String salt,
    String commitment,
    String leaf) {

  /** Tells this use of the hash, and this form of it, from all others. */
  private static final String FORM = "sekisho-login-record-1";

  private static final String COMMITMENT_FORM = "sekisho-login-record-user-1";
  private static final byte LEAF = 0x00;

  /** What is left of it. */
  public enum State {
    WHOLE,
    PSEUDONYMOUS,
    DELETED
  }

  public State state() {
    if (leaf != null) {
      return State.DELETED;
    }
    return salt == null ? State.PSEUDONYMOUS : State.WHOLE;
  }

  /**
   * Whether it has the form of its state. The hash covers neither what stands beside a kept leaf
   * nor a pseudonym, so nothing else may be said there.
   */
  public boolean hasTheFormOfItsState() {
    return switch (state()) {
      case WHOLE -> salt.matches("[0-9a-f]{32}") && commitment == null;
      case PSEUDONYMOUS ->
          commitment != null
              && commitment.matches("[0-9a-f]{64}")
              && Objects.equals(userKey, userId)
              && (userId == null || Pseudonym.is(userId));
      case DELETED -> leaf.matches("[0-9a-f]{64}") && deleted(id, tenant, leaf).equals(this);
    };
  }

  /** A record of which nothing but the hash is left. */
  private static SealedRecord deleted(String id, String tenant, String leaf) {
    return new SealedRecord(
        id, tenant, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null, leaf);
  }

  /** The commitment to the user, which is to be kept where the salt is deleted. */
  public String userCommitment() {
    if (salt == null) {
      return commitment;
    }
    MessageDigest hash = Sha256.begin();
    for (String text : Arrays.asList(COMMITMENT_FORM, salt, userKey, userId)) {
      Canonical.add(hash, text);
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  /** The hash of a leaf (RFC 9162 §2.1.1): SHA-256 of 0x00 and the canonical form. */
  public byte[] leafHash() {
    if (leaf != null) {
      return HexFormat.of().parseHex(leaf);
    }
    MessageDigest hash = Sha256.begin();
    hash.update(LEAF);
    canonical().forEach(text -> Canonical.add(hash, text));
    return hash.digest();
  }

  private List<String> canonical() {
    return Arrays.asList(
        FORM,
        id,
        tenant,
        at == null ? null : at.toString(),
        kind,
        userCommitment(),
        address,
        browser,
        browserVersion,
        os,
        osVersion,
        mobile == null ? null : mobile.toString(),
        application,
        protocol,
        factors,
        failedFactor,
        reason,
        reference,
        rule,
        zone,
        session,
        certificate);
  }
}
