package org.sekisho.it;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.SerialNumbers;

/** Certificates with the profile of a device's that no server of ours would issue. */
final class TestLeaf {

  private static final SerialNumbers SERIALS = new SerialNumbers(new SecureRandom());
  private static final Duration LIFE = Duration.ofDays(30);

  private TestLeaf() {}

  /** Signed by the key that it is for. */
  static X509Certificate selfSigned(KeyPair keys, X500Name name) {
    SubjectPublicKeyInfo key = publicKey(keys);
    return signed(name, key, name, key, Instant.now().plus(LIFE), signer(keys.getPrivate()));
  }

  /** Thirty days of life until the end that is given. */
  static X509Certificate signed(
      X500Name issuer,
      SubjectPublicKeyInfo issuerKey,
      X500Name subject,
      SubjectPublicKeyInfo key,
      Instant end,
      ContentSigner signer) {
    return new CertificateBuilder(
            issuer, issuerKey, SERIALS.get(), end.minus(LIFE), end, subject, key)
        .with(Extension.basicConstraints, true, new BasicConstraints(false))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
        .sign(signer);
  }

  static SubjectPublicKeyInfo publicKey(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    } catch (OperatorCreationException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }
}
