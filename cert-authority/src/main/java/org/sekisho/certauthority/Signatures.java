package org.sekisho.certauthority;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Our own signatures, ECDSA with the hash that fits the curve, and those of our CAs. */
public final class Signatures {

  private static final int P384_BITS = 384;

  private Signatures() {}

  /**
   * A signer for a key of P-256 (SHA-256) or P-384 (SHA-384). Throws {@link
   * CertificateAuthorityException} where the key does not sign.
   *
   * @param provider who holds the key; {@link BouncyCastle#PROVIDER} for a key in memory
   */
  public static ContentSigner signer(PrivateKey key, PublicKey publicKey, Provider provider) {
    try {
      return new JcaContentSignerBuilder(algorithm(publicKey)).setProvider(provider).build(key);
    } catch (OperatorCreationException unusable) {
      throw new CertificateAuthorityException("the CA's key does not sign", unusable);
    }
  }

  /** True where the key has signed the certificate. */
  public static boolean isSigned(X509Certificate certificate, PublicKey key) {
    try {
      certificate.verify(key, BouncyCastle.PROVIDER);
      return true;
    } catch (GeneralSecurityException | RuntimeException wrong) {
      return false;
    }
  }

  private static String algorithm(PublicKey key) {
    boolean p384 =
        key instanceof ECPublicKey curve
            && curve.getParams().getCurve().getField().getFieldSize() == P384_BITS;
    return p384 ? "SHA384withECDSA" : "SHA256withECDSA";
  }
}
