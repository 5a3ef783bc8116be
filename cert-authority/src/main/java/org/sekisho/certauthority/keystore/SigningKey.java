package org.sekisho.certauthority.keystore;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.sekisho.certauthority.BouncyCastle;
import org.sekisho.certauthority.Signatures;

/** An opened key: it signs, and gives nothing else away. Safe to share between threads. */
public final class SigningKey {

  private final PrivateKey key;
  private final PublicKey publicKey;
  private final Provider provider;

  /** Takes a key of P-256 or P-384 in memory. */
  public SigningKey(PrivateKey key, PublicKey publicKey) {
    this(key, publicKey, BouncyCastle.PROVIDER);
  }

  /** Takes a key that a token holds, and the token's provider. */
  SigningKey(PrivateKey key, PublicKey publicKey, Provider provider) {
    this.key = key;
    this.publicKey = publicKey;
    this.provider = provider;
  }

  /** A signer for one signature. */
  public ContentSigner signer() {
    return Signatures.signer(key, publicKey, provider);
  }

  public SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(publicKey.getEncoded());
  }
}
