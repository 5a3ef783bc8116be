package org.sekisho.federation.microsoft365;

/** The directory did not do what it was asked. The message holds no secret and no answer's text. */
final class DirectoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  enum Kind {
    /** No answer in time, an error of the server, or one that cannot be read. */
    UNAVAILABLE,
    /** Too many calls; later again. */
    THROTTLED,
    /** The credentials were not taken, or there are none. */
    NOT_AUTHENTICATED,
    /** The application has not the permission that the call needs. */
    NOT_PERMITTED,
    /** There is no such thing. */
    NOT_FOUND,
    /** Something else has the same value, for instance the issuer. */
    CONFLICT,
    /** The call was refused for what it holds. */
    REFUSED
  }

  private final Kind kind;
  private final String code;
  private final int retryAfterSeconds;

  /**
   * What happened.
   *
   * @param code Microsoft's own code of the error; empty where there is none
   * @param retryAfterSeconds how long to wait at least; 0 where it was not said
   */
  DirectoryException(Kind kind, String code, int retryAfterSeconds, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static DirectoryException unavailable(String message) {
    return new DirectoryException(Kind.UNAVAILABLE, "", 0, message);
  }

  Kind kind() {
    return kind;
  }

  String code() {
    return code;
  }

  int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
