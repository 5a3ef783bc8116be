package org.sekisho.certauthority.request;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The one encoding of a key, so that the same key written in another way is known again. */
final class CanonicalKey {

  private CanonicalKey() {}

  /**
   * Throws {@link IllegalArgumentException} where the octets are no key: the point is not on its
   * curve, or the modulus has small factors or is a prime.
   */
  static SubjectPublicKeyInfo of(SubjectPublicKeyInfo key) {
    try {
      return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
          PublicKeyFactory.createKey(key));
    } catch (IOException | ArithmeticException | IllegalStateException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
  }

  /** Empty for keys of another type and for what cannot be read. */
  static Optional<RSAPublicKey> rsa(SubjectPublicKeyInfo key) {
    if (!key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return Optional.empty();
    }
    try {
      return Optional.of(RSAPublicKey.getInstance(key.parsePublicKey()));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
