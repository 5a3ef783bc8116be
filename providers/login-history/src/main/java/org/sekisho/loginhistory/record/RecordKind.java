package org.sekisho.loginhistory.record;

/** What a record tells of. The names stand in the database and in answers: never rename one. */
public enum RecordKind {
  /** A session has begun. */
  SIGN_IN,
  /** A session has opened another application (single sign-on). */
  APPLICATION_ENTRY,
  /** A factor was wrong, or the account could not be used. */
  FAILED_ATTEMPT,
  /** A rule of the tenant or of an application has refused; there is a reference number. */
  REFUSAL,
  /** Something that refuses nobody is not right; there is a reference number. */
  WARNING,
  /** The user or an application has ended the session. */
  SIGN_OFF,
  /** The session has reached its idle or maximum time. */
  TIME_OUT,
  /** An administrator, an operator or a report by the user has ended the session. */
  ADMINISTRATIVE_END;

  /** Whether it tells of the end of a session. */
  public boolean isEnd() {
    return this == SIGN_OFF || this == TIME_OUT || this == ADMINISTRATIVE_END;
  }
}
