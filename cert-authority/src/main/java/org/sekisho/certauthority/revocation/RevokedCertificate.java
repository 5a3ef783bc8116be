package org.sekisho.certauthority.revocation;

import java.math.BigInteger;
import java.time.Instant;

/**
 * One line of a revocation list.
 *
 * @param notAfter when the certificate ends by itself
 */
public record RevokedCertificate(
    BigInteger serial, Instant revokedAt, RevocationReason reason, Instant notAfter) {}
