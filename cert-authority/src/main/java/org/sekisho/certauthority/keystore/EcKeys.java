package org.sekisho.certauthority.keystore;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.sekisho.certauthority.BouncyCastle;

/** Makes and reads keys of P-256 in memory. */
final class EcKeys {

  static final ECGenParameterSpec P256 = new ECGenParameterSpec("secp256r1");

  private EcKeys() {}

  static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
      generator.initialize(P256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static PublicKey publicKey(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
        .generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
  }

  static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }
}
