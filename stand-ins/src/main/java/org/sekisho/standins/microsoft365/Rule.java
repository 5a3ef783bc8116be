package org.sekisho.standins.microsoft365;

/**
 * One thing that a response must be or have.
 *
 * @param number the number in the table of rules, such as V-07
 * @param error the code that Microsoft shows, or "none" where it has none
 * @param need what must be known before the rule can be asked
 */
record Rule(String number, Severity severity, String error, Need need, Check check) {

  /** Where a rule comes from. */
  enum Severity {
    /** Microsoft documents it. */
    DOCUMENTED,
    /** The SAML standards ask for it, or prudence does. */
    STRICT
  }

  /** What a rule needs to know. Without it, an earlier rule has failed already. */
  enum Need {
    NOTHING,
    XML,
    RESPONSE,
    ASSERTION,
    DOMAIN,
    SOUND_SHAPE,
    USER,
    STATEMENT;

    boolean isKnown(Evidence evidence) {
      return switch (this) {
        case NOTHING -> true;
        case XML -> evidence.xml().length > 0;
        case RESPONSE -> evidence.response().isPresent();
        case ASSERTION -> evidence.assertion().isPresent();
        case DOMAIN -> evidence.domain().isPresent();
        case SOUND_SHAPE -> evidence.domain().isPresent() && evidence.shapeIsSound();
        case USER -> evidence.domain().isPresent() && evidence.user().isPresent();
        case STATEMENT -> evidence.domain().isPresent() && evidence.statement().isPresent();
      };
    }
  }

  /** The test itself. */
  @FunctionalInterface
  interface Check {
    void examine(Evidence evidence) throws BrokenRule;
  }
}
