package org.sekisho.historyverifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Locale;
import org.sekisho.historyseal.Finding;
import org.sekisho.historyseal.VerificationReport;

/**
 * Verifies an export of the login history: {@code FILE --keys JWKS [--known-seal HASH] [--lang
 * ja|en]}; {@code -} reads the standard input. Ends with 0 where the history is as it was sealed, 1
 * where it is not, and 2 where nothing could be verified.
 */
public final class VerifyHistory {

  static final int INTACT = 0;
  static final int NOT_INTACT = 1;
  static final int UNUSABLE = 2;

  private VerifyHistory() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, System.in, out));
  }

  static int run(String[] arguments, InputStream standardInput, PrintStream out) {
    String file = null;
    String keys = null;
    String knownSeal = null;
    String language = Locale.getDefault().getLanguage();
    for (int i = 0; i < arguments.length; i++) {
      boolean more = i + 1 < arguments.length;
      if (arguments[i].equals("--keys") && more) {
        keys = arguments[++i];
      } else if (arguments[i].equals("--known-seal") && more) {
        knownSeal = arguments[++i];
      } else if (arguments[i].equals("--lang") && more) {
        language = arguments[++i];
      } else {
        file = file == null && !arguments[i].startsWith("--") ? arguments[i] : "";
      }
    }
    Words words = new Words(language);
    if (file == null || file.isEmpty() || keys == null) {
      out.println(words.text("usage"));
      return UNUSABLE;
    }
    try {
      return verify(file, keys, knownSeal, standardInput, out, words);
    } catch (IOException | ParseException | RuntimeException unusable) {
      out.println(words.text("unusable", String.valueOf(unusable.getMessage())));
      return UNUSABLE;
    }
  }

  private static int verify(
      String file,
      String keyFile,
      String knownSeal,
      InputStream standardInput,
      PrintStream out,
      Words words)
      throws IOException, ParseException {
    TenantKeys keys = TenantKeys.of(Files.readString(Path.of(keyFile)));
    try (Reader reader =
        file.equals("-")
            ? new InputStreamReader(standardInput, StandardCharsets.UTF_8)
            : Files.newBufferedReader(Path.of(file))) {
      VerificationReport report = ExportFile.verify(reader, keys, knownSeal);
      print(report, out, words);
      if (report.isIntact() && report.seals() == 0) {
        out.println(words.text("nothing"));
        return UNUSABLE;
      }
      return report.isIntact() ? INTACT : NOT_INTACT;
    }
  }

  private static void print(VerificationReport report, PrintStream out, Words words) {
    String tenant = String.valueOf(report.tenant()).replaceAll("\\p{Cntrl}", "?");
    boolean intact = report.isIntact() && report.seals() > 0;
    out.println(words.text(intact ? "intact" : "notIntact", tenant));
    out.println(words.text("seals", report.seals(), report.firstSeal()));
    out.println(words.text("records", report.whole(), report.pseudonymous(), report.deleted()));
    if (report.seals() > 0) {
      out.println(words.text("covered", Instant.ofEpochMilli(report.coveredUntil()).toString()));
    }
    out.println(words.text("unsealed", report.unsealed()));
    out.println(words.text("lastSeal", String.valueOf(report.lastSealHash())));
    for (Finding finding : report.findings()) {
      out.println(
          words.text(
              "finding",
              finding.seal(),
              words.text(finding.kind().name()),
              finding.subject() == null ? "" : finding.subject().replaceAll("\\p{Cntrl}", "?")));
    }
    long more = report.findingCount() - report.findings().size();
    if (more > 0) {
      out.println(words.text("more", more));
    }
  }
}
