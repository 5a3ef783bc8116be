package org.sekisho.federation.application;

/**
 * How assertions are encrypted. The data is always under AES-256-GCM; the profiles differ in how
 * its key is wrapped. Keycloak's own choice, the strong one, cannot be read by applications built
 * on lasso, PHP, Node.js or Python; the compatible one can (RFC 8017 keeps OAEP with SHA-1).
 */
enum EncryptionProfile implements Word {
  NONE("none", null, null, null),
  COMPATIBLE(
      "compatible",
      "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
      "http://www.w3.org/2000/09/xmldsig#sha1",
      null),
  STRONG(
      "strong",
      "http://www.w3.org/2009/xmlenc11#rsa-oaep",
      "http://www.w3.org/2001/04/xmlenc#sha256",
      "http://www.w3.org/2009/xmlenc11#mgf1sha256");

  static final String DATA = "http://www.w3.org/2009/xmlenc11#aes256-gcm";

  private final String word;
  final String keyAlgorithm;
  final String digest;
  final String maskGeneration;

  EncryptionProfile(String word, String keyAlgorithm, String digest, String maskGeneration) {
    this.word = word;
    this.keyAlgorithm = keyAlgorithm;
    this.digest = digest;
    this.maskGeneration = maskGeneration;
  }

  @Override
  public String word() {
    return word;
  }

  static EncryptionProfile of(boolean encrypts, String keyAlgorithm) {
    if (!encrypts) {
      return NONE;
    }
    return COMPATIBLE.keyAlgorithm.equals(keyAlgorithm) ? COMPATIBLE : STRONG;
  }
}
