package org.sekisho.tenant.register;

import java.util.Locale;

/** Where a tenant stands between its opening and its end. */
public enum TenantState {
  /** Its users may sign in. */
  OPEN,
  /** Nobody may sign in; everything else stays as it is. */
  SUSPENDED,
  /** Nobody may sign in; it can be restored until its grace period is over. */
  CLOSING;

  /** As the API writes it. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
