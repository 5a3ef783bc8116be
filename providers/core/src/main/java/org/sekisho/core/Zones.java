package org.sekisho.core;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones as callers name them. */
public final class Zones {

  private static final ZoneId USUAL = ZoneId.of("Asia/Tokyo");

  private Zones() {}

  /** The zone of that name; that of Tokyo where none is named. */
  public static ZoneId read(String name, Faults faults) {
    if (name == null || name.isBlank()) {
      return USUAL;
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      faults.add("zone", "must be a time zone such as Asia/Tokyo");
      return USUAL;
    }
  }
}
