package org.sekisho.tenant.domain;

/**
 * How a proven domain stands, and what the daily look at its record makes of that. Pure.
 *
 * @param missed in how many daily looks in a row the record was not there
 */
record Standing(ProofState state, int missed) {

  /** Long enough for a move to another DNS host and for holidays. */
  static final int MOST_MISSED = 30;

  Standing after(ProofRecord.Sighting sighting) {
    return switch (sighting) {
      case PUBLISHED -> new Standing(ProofState.PROVEN, 0);
      case UNANSWERED -> this;
      case MISSING, DIFFERENT -> afterOneMore(Math.min(missed + 1, MOST_MISSED));
    };
  }

  private Standing afterOneMore(int missing) {
    return new Standing(missing < MOST_MISSED ? state : ProofState.LOST, missing);
  }
}
