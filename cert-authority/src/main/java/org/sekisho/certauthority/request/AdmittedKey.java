package org.sekisho.certauthority.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.certauthority.Sha256;

/**
 * All that is taken from a request: a key whose owner holds its private half, and a life. Only
 * {@link RequestAdmission} makes one, so no leaf is issued for an unchecked key.
 */
public final class AdmittedKey {

  private final SubjectPublicKeyInfo publicKey;
  private final Duration life;

  AdmittedKey(SubjectPublicKeyInfo publicKey, Duration life) {
    this.publicKey = publicKey;
    this.life = life;
  }

  public SubjectPublicKeyInfo publicKey() {
    return publicKey;
  }

  public Duration life() {
    return life;
  }

  /** Hexadecimal SHA-256 of the SubjectPublicKeyInfo in its one canonical encoding. */
  public String sha256() {
    return sha256(publicKey);
  }

  static String sha256(SubjectPublicKeyInfo key) {
    try {
      return Sha256.hex(key.getEncoded(ASN1Encoding.DER));
    } catch (IOException unencodable) {
      throw new UncheckedIOException(unencodable);
    }
  }
}
