package org.sekisho.certauthority.issuing;

/** Why a certificate is not that of an issuing CA of ours; stable, for logs and answers. */
public enum IssuingProblem {
  /** Its issuer is not the root. */
  FOREIGN_ISSUER,
  BAD_SIGNATURE,
  EXPIRED,
  NOT_YET_VALID,
  /** No CA, or a path length other than 0, or usages other than those of the profile. */
  WRONG_PROFILE,
  UNKNOWN_CRITICAL_EXTENSION,
  /** The certificate is for another tenant or generation than the one it is imported for. */
  OTHER_GENERATION,
  /** The certificate is for another key than the one that is kept. */
  OTHER_KEY
}
