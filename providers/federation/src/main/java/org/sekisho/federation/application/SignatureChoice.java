package org.sekisho.federation.application;

/** With what is signed. SHA-1 is for applications that take nothing else, and is warned of. */
enum SignatureChoice implements Word {
  RSA_SHA256("rsa-sha256"),
  RSA_SHA512("rsa-sha512"),
  RSA_SHA1("rsa-sha1");

  private final String word;

  SignatureChoice(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
