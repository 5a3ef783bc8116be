package org.sekisho.certauthority.request;

/** What became of a request. */
public sealed interface Admission {

  /** A leaf may be issued. */
  record Admitted(AdmittedKey key) implements Admission {}

  /** No leaf is issued. */
  record Refused(RequestRefusal reason) implements Admission {}
}
