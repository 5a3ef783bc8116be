package org.sekisho.certauthority.issuing;

import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.keystore.SigningKey;

/** The request that goes to the root's ceremony: whose CA it is, and that the key is at hand. */
public final class IssuingRequest {

  private IssuingRequest() {}

  /** A PKCS#10 request (RFC 2986) with the generation's name and nothing else. */
  public static PKCS10CertificationRequest create(Generation generation, SigningKey key) {
    return new PKCS10CertificationRequestBuilder(generation.distinguishedName(), key.publicKey())
        .build(key.signer());
  }
}
