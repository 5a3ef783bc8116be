package org.sekisho.devicecertificate.device;

/** The life of a device's certificate. The names stand in the database: never rename one. */
public enum DeviceState {
  /** Issued and not used yet; revoked where that lasts longer than a day. */
  ISSUED,
  /** Used at least once. */
  ACTIVE,
  /** Another certificate of the device is in use; it still opens the door for seven days. */
  SUPERSEDED,
  /** Opens nothing any more. */
  REVOKED;

  /** Whether it may be used, where it has not expired. */
  public boolean opens() {
    return this != REVOKED;
  }
}
