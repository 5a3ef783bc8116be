package org.sekisho.devicecertificate.csv;

/** What is wrong with a line. The names stand in answers: never rename one. */
public enum LineFault {
  /** More cells than the header has columns. */
  CELLS,
  USER_MISSING,
  USER_UNKNOWN,
  USER_DISABLED,
  NAME_INVALID,
  PAIRING_INVALID,
  HOURS_INVALID,
  /** The same user and device stand in a line above. */
  TWICE,
  /** The user would have more devices than the tenant allows. */
  DEVICE_LIMIT,
  /** More of the user's enrolments would wait than may. */
  TOO_MANY_WAITING
}
