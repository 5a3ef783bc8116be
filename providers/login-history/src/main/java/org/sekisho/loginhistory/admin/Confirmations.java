package org.sekisho.loginhistory.admin;

import java.util.List;
import org.sekisho.loginhistory.own.SignInCheckEntity;

/** What users have answered to their sign-ins, the newest first, at most 1,000. */
record Confirmations(List<Entry> confirmations) {

  /**
   * One answer.
   *
   * @param answer {@code CONFIRMED} or {@code REPORTED}
   * @param at in milliseconds since the epoch
   */
  record Entry(String userId, String answer, long at) {}

  static Confirmations of(List<SignInCheckEntity> rows) {
    return new Confirmations(
        rows.stream()
            .map(row -> new Entry(row.userName(), row.answer(), row.answeredAt()))
            .toList());
  }
}
