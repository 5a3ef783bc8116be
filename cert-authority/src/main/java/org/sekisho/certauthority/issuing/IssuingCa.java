package org.sekisho.certauthority.issuing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.keystore.SigningKey;

/** An issuing CA at work: its certificate and its opened key. */
public record IssuingCa(Generation generation, X509Certificate certificate, SigningKey key) {

  /** Throws {@link IllegalArgumentException} where certificate and key are not of one pair. */
  public IssuingCa {
    if (!key.publicKey()
        .equals(SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()))) {
      throw new IllegalArgumentException("the key is not that of the certificate: " + generation);
    }
  }

  /** The name as its certificate encodes it, octet for octet. */
  public X500Name name() {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
  }

  public Instant notBefore() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }
}
