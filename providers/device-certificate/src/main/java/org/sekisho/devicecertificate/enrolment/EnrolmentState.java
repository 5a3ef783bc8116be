package org.sekisho.devicecertificate.enrolment;

/** The way of an enrolment. The names stand in the database: never rename one. */
public enum EnrolmentState {
  /** The address waits to be opened. */
  CREATED,
  /** A browser has opened it; nobody else can. */
  CLAIMED,
  /** The certificate is issued. */
  ISSUED,
  /** The device was seen with it. */
  ACTIVATED,
  CANCELLED;

  boolean isOpen() {
    return this == CREATED || this == CLAIMED;
  }
}
