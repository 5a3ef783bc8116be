package org.sekisho.devicecertificate.csv;

/** A file that cannot be read. */
public final class FileRefusal extends Exception {

  private final FileFault fault;
  private final String column;

  FileRefusal(FileFault fault) {
    this(fault, null);
  }

  FileRefusal(FileFault fault, String column) {
    super(fault.name());
    this.fault = fault;
    this.column = column;
  }

  public FileFault fault() {
    return fault;
  }

  /** The column that it is about; null where it is about none. */
  public String column() {
    return column;
  }
}
