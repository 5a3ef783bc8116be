package org.sekisho.certauthority.root;

/** Why the ceremony does not sign; the command line has a text for each. */
public enum CeremonyRefusal {
  /** The subject is not that of an issuing CA of ours. */
  NAME_REFUSED,
  /** The key is not EC on P-256. */
  KEY_REFUSED,
  POSSESSION_NOT_PROVEN,
  /** The same generation or the same key twice in one file. */
  REQUESTED_TWICE,
  /** The root is not valid now, or its file holds something else. */
  ROOT_UNUSABLE,
  /** The certificate to revoke was issued by another. */
  NOT_ISSUED_BY_ROOT
}
