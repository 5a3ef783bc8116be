package org.sekisho.devicecertificate.device;

/** How a device came by its certificate. The names stand in the database: never rename one. */
public enum EnrolmentMethod {
  /** The key was made in the browser's page. */
  BROWSER,
  /** A certificate request (RFC 2986) that an expert made. */
  REQUEST,
  /** A script made the key in the device's TPM, where it cannot be taken out. */
  SCRIPT,
  /** The server made the key, for devices that can do no better. */
  SERVER;

  public boolean isHardwareBound() {
    return this == SCRIPT;
  }
}
