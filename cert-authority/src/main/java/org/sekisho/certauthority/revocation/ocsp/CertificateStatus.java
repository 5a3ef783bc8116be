package org.sekisho.certauthority.revocation.ocsp;

import java.time.Instant;
import org.sekisho.certauthority.revocation.RevocationReason;

/** What is known of a serial number (RFC 6960 section 2.2). */
public sealed interface CertificateStatus {

  /** Issued and not revoked. */
  record Good() implements CertificateStatus {}

  record Revoked(Instant at, RevocationReason reason) implements CertificateStatus {}

  /** Never issued. */
  record Unknown() implements CertificateStatus {}
}
