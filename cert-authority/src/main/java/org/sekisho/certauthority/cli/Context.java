package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.time.Instant;
import java.util.function.Supplier;
import org.sekisho.certauthority.root.RootCa;
import org.sekisho.certauthority.root.RootFile;

/** What every verb works with. */
record Context(Words words, Ask ask, PrintStream out, Supplier<BigInteger> serials, Instant now) {

  void say(String key, Object... values) {
    out.println(words.text(key, values));
  }

  RootCa root(Options options) throws IOException, Refused, WrongCall {
    byte[] file = Files.readAllBytes(options.requiredPath("--root"));
    try {
      return RootFile.read(file, ask.passPhrase(options));
    } catch (IOException unreadable) {
      throw new Refused("rootUnreadable", options.required("--root"));
    }
  }
}
