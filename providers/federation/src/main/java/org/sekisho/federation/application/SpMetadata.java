package org.sekisho.federation.application;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What the metadata of a service provider says (SAML metadata 2.4.4). Times are milliseconds since
 * the epoch.
 *
 * @param acs addresses that assertions are posted to, the default one first, never empty
 * @param logoutUrl null where it has none that a browser can be sent to
 * @param logoutBinding {@code post} or {@code redirect}; null without {@code logoutUrl}
 * @param requestsSigned {@code AuthnRequestsSigned}; empty where it is silent
 * @param wantsAssertionsSigned {@code WantAssertionsSigned}; empty where it is silent
 * @param signing all certificates for signatures, also expired ones
 * @param encryption all certificates for encryption
 * @param validUntil the earliest of all; null where it is valid without end
 * @param signature whether a signature was verified against a fingerprint, was there and not looked
 *     at, or was missing
 */
record SpMetadata(
    String entityId,
    List<String> acs,
    String logoutUrl,
    String logoutBinding,
    List<NameIdFormat> nameIdFormats,
    Optional<Boolean> requestsSigned,
    Optional<Boolean> wantsAssertionsSigned,
    List<X509Certificate> signing,
    List<X509Certificate> encryption,
    Long validUntil,
    Signature signature) {

  /** How far the metadata's own signature is to be believed. */
  enum Signature {
    VERIFIED,
    NOT_CHECKED,
    MISSING
  }

  /** Why metadata is not taken. The names stand in answers: never rename one. */
  enum Fault {
    TOO_LARGE,
    NOT_XML,
    DOCUMENT_TYPE,
    NO_ENTITY_DESCRIPTOR,
    NO_SERVICE_PROVIDER,
    NO_POST_BINDING,
    CERTIFICATE_UNREADABLE,
    TIME_UNREADABLE,
    EXPIRED,
    SIGNATURE_MISSING,
    SIGNER_DIFFERS,
    SIGNATURE_INVALID
  }

  /** Metadata that is not taken. */
  static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    RefusedException(Fault fault) {
      super(fault.name());
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }
}
