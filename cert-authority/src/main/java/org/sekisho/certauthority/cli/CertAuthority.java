package org.sekisho.certauthority.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.root.CeremonyException;

/**
 * The command line of the root's ceremony, and of a tenant that leaves with its CA. Ends with 0
 * where it is done, 1 where it refuses (and has done nothing), and 2 for a wrong call.
 */
public final class CertAuthority {

  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int WRONG_CALL = 2;

  private static final Map<String, Verb> VERBS =
      Map.of(
          "root", new RootVerb(),
          "sign", new SignVerb(),
          "crl", new CrlVerb(),
          "export", new ExportVerb(),
          "show", new ShowVerb());

  private CertAuthority() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, CertAuthority::fromConsole, out, Instant.now()));
  }

  static int run(String[] arguments, PassPhrases prompt, PrintStream out, Instant now) {
    Words words = new Words(Options.language(arguments));
    if (arguments.length > 0 && (arguments[0].equals("--help") || arguments[0].equals("help"))) {
      out.println(words.text("usage"));
      return DONE;
    }
    Verb verb = arguments.length == 0 ? null : VERBS.get(arguments[0]);
    if (verb == null) {
      out.println(words.text("usage"));
      return WRONG_CALL;
    }
    SerialNumbers serials = new SerialNumbers(new SecureRandom());
    Ask ask = new Ask(prompt, words);
    try {
      verb.run(arguments, new Context(words, ask, out, serials, now));
      return DONE;
    } catch (WrongCall wrong) {
      out.println(words.text("wrongCall", wrong.getMessage()));
      out.println(words.text("usage"));
      return WRONG_CALL;
    } catch (Refused refused) {
      out.println(refused.text(words));
    } catch (CeremonyException refused) {
      String subject = Shown.printable(refused.subject());
      out.println(words.text("refused", words.text(refused.refusal().name()), subject));
    } catch (NoSuchFileException missing) {
      out.println(words.text("missing", missing.getFile()));
    } catch (IOException unusable) {
      out.println(words.text("unusable", String.valueOf(unusable.getMessage())));
    }
    return REFUSED;
  }

  /** Java 22 to 24 have a console without a terminal too; it then reads a line of the input. */
  @SuppressWarnings("SystemConsoleNull")
  private static char[] fromConsole(String prompt) {
    Console console = System.console();
    return console == null ? null : console.readPassword("%s ", prompt);
  }
}
