package org.sekisho.tenant.operator;

import org.sekisho.core.Faults;
import org.sekisho.tenant.user.AddUserRequest;

/**
 * Who becomes the first ID administrator of a tenant.
 *
 * @param email where the invitation goes; the mailbox of the user ID may not be open yet
 */
record InviteRequest(String userId, String firstName, String lastName, String email) {

  private static final int LONGEST_ADDRESS = 255;

  Faults check() {
    Faults faults = new Faults();
    faults.checkLine("userId", userId, LONGEST_ADDRESS);
    faults.checkLine("email", email, LONGEST_ADDRESS);
    return faults;
  }

  /** The password that the server makes is told to nobody: the invited sets an own one. */
  AddUserRequest asUser() {
    return new AddUserRequest(userId, firstName, lastName, email, null, null, true, null, true);
  }
}
