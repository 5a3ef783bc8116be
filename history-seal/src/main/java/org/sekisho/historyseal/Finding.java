package org.sekisho.historyseal;

/**
 * Something that is wrong with an export.
 *
 * @param seal number of the seal that shows it; 0 where there is none
 * @param subject identifier of the record, or number of the line; null where it is about the seal
 */
public record Finding(Kind kind, long seal, String subject) {

  /** What can be wrong. */
  public enum Kind {
    /** A record is not the one that was sealed. */
    RECORD_CHANGED,
    /** A record that was sealed is not there. */
    RECORD_REMOVED,
    /** A record is there that was not sealed with its period. */
    RECORD_INSERTED,
    /** Records are not in the order of their identifiers. */
    RECORD_OUT_OF_ORDER,
    /** A record of another tenant. */
    RECORD_FOREIGN,
    /** The list of leaves does not lead to the root that was signed. */
    LEAVES_CHANGED,
    /** The signature is not right. */
    SIGNATURE_WRONG,
    /** The key is not among those given. */
    KEY_UNKNOWN,
    /** The seal is not one of this tenant, or of no known form. */
    SEAL_FOREIGN,
    /** The seal does not follow the one before it. */
    SEAL_MISSING,
    /** There are records that should have been sealed long ago. */
    SEAL_OVERDUE,
    /** The seal that somebody has kept the hash of is not there. */
    SEAL_NOT_FOUND,
    /** A line cannot be read. */
    LINE_UNREADABLE,
    /** The first line does not say whose history it is. */
    HEADER_MISSING,
    /** The file ends in the middle of a line. */
    CUT_OFF
  }
}
