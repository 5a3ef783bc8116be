package org.sekisho.tenant.operator;

import org.sekisho.core.Faults;

/** Whose invitation is to be sent again. */
record InviteAgainRequest(String userId) {

  private static final int LONGEST_ID = 255;

  Faults check() {
    Faults faults = new Faults();
    faults.checkLine("userId", userId, LONGEST_ID);
    return faults;
  }
}
