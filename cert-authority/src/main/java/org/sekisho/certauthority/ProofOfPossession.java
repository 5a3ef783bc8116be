package org.sekisho.certauthority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** Whether a request was signed with the key it names (RFC 2986 section 4.2). */
public final class ProofOfPossession {

  private static final Set<ASN1ObjectIdentifier> ALGORITHMS =
      Set.of(
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512,
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption);

  private ProofOfPossession() {}

  /** False also for signatures with SHA-1 or another algorithm than ECDSA and RSA PKCS#1 v1.5. */
  public static boolean isIn(PKCS10CertificationRequest request) {
    if (!ALGORITHMS.contains(request.getSignatureAlgorithm().getAlgorithm())) {
      return false;
    }
    try {
      return request.isSignatureValid(
          new JcaContentVerifierProviderBuilder().build(key(request.getSubjectPublicKeyInfo())));
    } catch (GeneralSecurityException
        | IOException
        | OperatorCreationException
        | PKCSException
        | RuntimeException unusable) {
      return false;
    }
  }

  /** By name: not every Java finds the factory of a key by the number of its type. */
  private static PublicKey key(SubjectPublicKeyInfo key)
      throws GeneralSecurityException, IOException {
    boolean ec = key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
    return KeyFactory.getInstance(ec ? "EC" : "RSA")
        .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
  }
}
