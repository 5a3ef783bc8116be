package org.sekisho.devicecertificate.device;

import static org.sekisho.certauthority.revocation.RevocationReason.AFFILIATION_CHANGED;
import static org.sekisho.certauthority.revocation.RevocationReason.CESSATION_OF_OPERATION;
import static org.sekisho.certauthority.revocation.RevocationReason.KEY_COMPROMISE;
import static org.sekisho.certauthority.revocation.RevocationReason.SUPERSEDED;

/** Why a certificate was revoked. The names stand in the database: never rename one. */
public enum RevocationReason {
  LOST,
  REPLACED,
  NO_LONGER_USED,
  /** By an ID administrator. */
  ADMINISTRATOR,
  /** The user is gone. */
  USER_REMOVED,
  /** The issuing CA is no longer trusted. */
  AUTHORITY_RETIRED,
  /** Not used within a day after it was issued. */
  NEVER_USED;

  /** As lists of revoked certificates say it. */
  public org.sekisho.certauthority.revocation.RevocationReason standard() {
    return switch (this) {
      case LOST -> KEY_COMPROMISE;
      case REPLACED -> SUPERSEDED;
      case USER_REMOVED -> AFFILIATION_CHANGED;
      case NO_LONGER_USED, ADMINISTRATOR, AUTHORITY_RETIRED, NEVER_USED -> CESSATION_OF_OPERATION;
    };
  }
}
