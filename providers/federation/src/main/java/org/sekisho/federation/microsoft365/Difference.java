package org.sekisho.federation.microsoft365;

/**
 * What is not alike on both sides, for one user.
 *
 * @param userId as it is here, or at Microsoft where there is none here
 */
record Difference(String userId, Kind kind) {

  /** What differs; {@code locksOut} whether the user could not work after the switch. */
  enum Kind {
    /** The user is at Microsoft only: nobody here could sign in as that user. */
    MISSING_HERE(true),
    /** The user is here only: there is no account to sign in to. */
    MISSING_AT_MICROSOFT(false),
    /** The user is here, but disabled. */
    DISABLED_HERE(true),
    /** The user has no immutable ID here. */
    IMMUTABLE_ID_MISSING_HERE(true),
    /** The user has no immutable ID at Microsoft. */
    IMMUTABLE_ID_MISSING_AT_MICROSOFT(true),
    IMMUTABLE_ID_DIFFERS(true),
    /** Two users of one side have the same immutable ID. */
    IMMUTABLE_ID_AMBIGUOUS(true),
    /** The immutable ID is that of a user with another user ID. */
    USER_ID_DIFFERS(true),
    /** The user is in a subdomain that inherits the domain's federation, with the wrong issuer. */
    SUBDOMAIN_INHERITS(true);

    private final boolean locksOut;

    Kind(boolean locksOut) {
      this.locksOut = locksOut;
    }

    boolean locksOut() {
      return locksOut;
    }
  }

  boolean locksOut() {
    return kind.locksOut();
  }
}
