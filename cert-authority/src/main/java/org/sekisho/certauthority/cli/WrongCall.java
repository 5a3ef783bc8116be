package org.sekisho.certauthority.cli;

/** The command line was not called as its help says. */
final class WrongCall extends Exception {

  WrongCall(String message) {
    super(message);
  }
}
