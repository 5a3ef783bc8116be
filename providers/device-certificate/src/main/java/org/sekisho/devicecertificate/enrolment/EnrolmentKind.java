package org.sekisho.devicecertificate.enrolment;

/** Who has made an enrolment. The names stand in the database: never rename one. */
public enum EnrolmentKind {
  /** The user, from a session of an own device. */
  SELF_SERVICE,
  /** An ID administrator, for whomever, also for the own account. */
  INVITATION
}
