package org.sekisho.certauthority.keystore;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A key as its caller keeps it. Nothing in it lets anybody sign without the store. */
public final class StoredKey {

  private final String scheme;
  private final byte[] material;
  private final byte[] publicKey;

  /**
   * Puts together what was kept.
   *
   * @param scheme which kind of store made it, for instance {@code wrapped} or {@code pkcs11}
   * @param material what that store needs to find or open the key; at most 1024 octets
   * @param publicKey the SubjectPublicKeyInfo, DER
   */
  public StoredKey(String scheme, byte[] material, byte[] publicKey) {
    this.scheme = scheme;
    this.material = material.clone();
    this.publicKey = publicKey.clone();
  }

  public String scheme() {
    return scheme;
  }

  public byte[] material() {
    return material.clone();
  }

  public byte[] publicKey() {
    return publicKey.clone();
  }

  public SubjectPublicKeyInfo subjectPublicKeyInfo() {
    return SubjectPublicKeyInfo.getInstance(publicKey);
  }

  @Override
  public String toString() {
    return "StoredKey[" + scheme + "]";
  }
}
