package org.sekisho.core;

import org.keycloak.common.util.Time;

/** Keycloak's moment before which no token counts, in seconds since the epoch. */
public final class NotBefore {

  private NotBefore() {}

  /** The next full second: tokens know seconds only, and those of this one must not count. */
  public static int now() {
    return Math.toIntExact(Time.currentTimeMillis() / 1000 + 1);
  }
}
