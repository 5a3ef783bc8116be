package org.sekisho.certauthority.cli;

import java.io.IOException;
import org.sekisho.certauthority.root.CeremonyException;

/** One of the command's verbs. */
interface Verb {

  void run(String[] arguments, Context context)
      throws IOException, CeremonyException, Refused, WrongCall;
}
