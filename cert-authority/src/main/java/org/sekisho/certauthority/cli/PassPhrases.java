package org.sekisho.certauthority.cli;

/** Asks somebody for a pass phrase without showing it; null where nobody can be asked. */
interface PassPhrases {

  char[] ask(String prompt);
}
