package org.sekisho.settings;

import org.sekisho.core.Faults;

/** Why somebody changes a setting, in the own words. */
final class Reason {

  private static final int MAX = 500;

  private Reason() {}

  static void check(String reason, Faults faults) {
    faults.checkLine("reason", reason, MAX);
  }
}
