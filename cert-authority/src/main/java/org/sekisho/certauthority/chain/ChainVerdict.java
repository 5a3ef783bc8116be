package org.sekisho.certauthority.chain;

/** What a presented certificate is worth; stable, for pages, events and metrics. */
public enum ChainVerdict {
  /** One of ours, valid now. Whether it is revoked, and whose it is, the caller's rows tell. */
  OK,
  /** No certificate was presented. */
  NONE,
  /** It vouches for itself. */
  SELF_SIGNED,
  /** None of the tenant's issuing CAs has issued it. */
  FOREIGN_ISSUER,
  /** It names one of our issuing CAs, which has not signed it. */
  BAD_SIGNATURE,
  /** The issuing CA itself is not valid at this moment. */
  ISSUER_NOT_VALID,
  NOT_YET_VALID,
  EXPIRED,
  /** A CA's certificate, or one that is not for client authentication. */
  WRONG_PROFILE,
  UNKNOWN_CRITICAL_EXTENSION
}
