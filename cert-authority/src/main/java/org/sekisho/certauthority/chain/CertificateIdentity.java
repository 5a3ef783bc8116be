package org.sekisho.certauthority.chain;

import java.math.BigInteger;
import java.security.cert.X509Certificate;

/**
 * What identifies a certificate: never a name inside it.
 *
 * @param issuer the issuing CA whose signature it bears
 * @param sha256 hexadecimal, of the whole certificate
 */
public record CertificateIdentity(X509Certificate issuer, BigInteger serial, String sha256) {}
