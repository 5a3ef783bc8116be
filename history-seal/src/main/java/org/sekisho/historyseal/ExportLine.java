package org.sekisho.historyseal;

import java.util.List;

/**
 * A line of an export, as JSON: the header first, then for each period its seal and its records in
 * the order of their identifiers, and at last the records that no seal covers yet. Exactly one of
 * the members is there.
 */
public record ExportLine(Header header, Sealed seal, SealedRecord record) {

  /**
   * The first line.
   *
   * @param tenant identifier of the realm
   * @param name of the tenant
   * @param exportedAt in milliseconds since the epoch
   */
  public record Header(String form, String tenant, String name, long exportedAt) {
    public static final String FORM = "sekisho-history-export-1";
  }

  /**
   * A seal.
   *
   * @param jws compact serialisation
   * @param leaves identifier and leaf hash of each record, with a blank between. They are as good
   *     as the signed root that they lead to, and tell which record is wrong where one is
   */
  public record Sealed(String jws, List<String> leaves) {}

  public static ExportLine of(Header header) {
    return new ExportLine(header, null, null);
  }

  public static ExportLine of(Sealed seal) {
    return new ExportLine(null, seal, null);
  }

  public static ExportLine of(SealedRecord record) {
    return new ExportLine(null, null, record);
  }
}
