package org.sekisho.core;

/** Cells of files for spreadsheets. Pure. */
public final class SpreadsheetCell {

  private SpreadsheetCell() {}

  /** A spreadsheet runs what begins with one of these characters; an apostrophe makes it text. */
  public static String harmless(String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return "=+-@\t\r\n\uFF1D".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
