package org.sekisho.standins.microsoft365;

import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of sign-in request that the stand-in can send. The first is what Microsoft documents.
 */
enum RequestVariant {
  PLAIN,
  MFA,
  MFA_EXACT,
  MFA_MINIMUM,
  PASSWORD,
  PASSWORD_PROTECTED_TRANSPORT,
  UNKNOWN_CLASS,
  FORCE_AUTHN,
  PASSIVE,
  SUBJECT,
  LOGIN_HINT,
  LONG_RELAY_STATE,
  FOREIGN_ACS,
  UNKNOWN_ISSUER,
  SIGNED_SHA256,
  ENTITY_EXPANSION,
  OVERSIZED,
  REDIRECT,
  NO_NAME_ID_POLICY,
  EMAIL_NAME_ID_POLICY;

  /** As it is written in addresses: force-authn for FORCE_AUTHN. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<RequestVariant> of(String label) {
    for (RequestVariant variant : values()) {
      if (variant.label().equals(label)) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }
}
