package org.sekisho.devicecertificate.csv;

/** What keeps a file from being read at all. The names stand in answers: never rename one. */
public enum FileFault {
  EMPTY,
  /** More than 256 KiB. */
  TOO_LARGE,
  /** More than 1,000 lines below the header. */
  TOO_MANY_LINES,
  /** Neither UTF-8 nor Shift_JIS. */
  NOT_TEXT,
  /** A quotation mark is not closed, or stands in the middle of a cell. */
  QUOTATION,
  COLUMN_MISSING,
  COLUMN_UNKNOWN,
  COLUMN_TWICE
}
