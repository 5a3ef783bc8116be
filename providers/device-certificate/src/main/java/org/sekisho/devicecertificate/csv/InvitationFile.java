package org.sekisho.devicecertificate.csv;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file with invitations: CSV (RFC 4180) whose first line names the columns, in any order.
 * Everything that is wrong with a line is found. Pure.
 */
public final class InvitationFile {

  /** In octets: twice what 1,000 lines need. */
  public static final int LARGEST = 256 * 1024;

  static final int MOST_LINES = 1_000;

  private InvitationFile() {}

  /**
   * The lines that are not empty.
   *
   * @throws FileRefusal where they cannot be told from one another
   */
  public static List<InvitationLine> read(byte[] file) throws FileRefusal {
    if (file.length > LARGEST) {
      throw new FileRefusal(FileFault.TOO_LARGE);
    }
    String text = CsvText.of(file).orElseThrow(() -> new FileRefusal(FileFault.NOT_TEXT));
    try (CSVReader csv =
        new CSVReaderBuilder(new StringReader(text)).withCSVParser(parser()).build()) {
      String[] header = csv.readNext();
      if (header == null || isEmpty(header)) {
        throw new FileRefusal(FileFault.EMPTY);
      }
      return lines(csv, Columns.of(header));
    } catch (IOException | CsvException malformed) {
      throw new FileRefusal(FileFault.QUOTATION);
    }
  }

  /** A backslash is a sign like any other; opencsv's parser for RFC 4180 ends at an empty line. */
  private static ICSVParser parser() {
    return new CSVParserBuilder().withEscapeChar(ICSVParser.NULL_CHARACTER).build();
  }

  private static List<InvitationLine> lines(CSVReader csv, Columns columns)
      throws IOException, CsvException, FileRefusal {
    List<InvitationLine> lines = new ArrayList<>();
    int number = (int) csv.getLinesRead() + 1;
    for (String[] cells = csv.readNext(); cells != null; cells = csv.readNext()) {
      if (!isEmpty(cells)) {
        if (lines.size() == MOST_LINES) {
          throw new FileRefusal(FileFault.TOO_MANY_LINES);
        }
        lines.add(columns.line(number, cells));
      }
      number = (int) csv.getLinesRead() + 1;
    }
    if (lines.isEmpty()) {
      throw new FileRefusal(FileFault.EMPTY);
    }
    return lines;
  }

  private static boolean isEmpty(String[] cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
