package org.sekisho.devicecertificate.handback;

/** What the listener saw. The names stand in notes and addresses: never rename one. */
public enum Outcome {
  /** A certificate of the tenant's that is in force. */
  VALID,
  /** The browser has sent none. */
  NO_CERTIFICATE,
  /** A certificate that the tenant has not issued, or not for this. */
  OTHER_CERTIFICATE,
  EXPIRED,
  REVOKED,
  /** Its key was made in the browser of another device, and it was not used there yet. */
  OTHER_PLATFORM
}
