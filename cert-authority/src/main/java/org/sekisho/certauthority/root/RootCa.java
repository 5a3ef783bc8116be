package org.sekisho.certauthority.root;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.sekisho.certauthority.BouncyCastle;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.Signatures;

/** The root while a ceremony lasts. No server ever holds one. */
public final class RootCa {

  /** Twenty years. */
  public static final Duration LIFE = Duration.ofDays(7305);

  private static final int LONGEST_NAME = 64;

  private final X509Certificate certificate;
  private final PrivateKey key;

  RootCa(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * A new root: EC on P-384, valid for twenty years, CA with one CA below it. Throws {@link
   * IllegalArgumentException} where the name has not 1 to 64 characters.
   */
  public static RootCa create(String name, Supplier<BigInteger> serials, Instant now) {
    if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw new IllegalArgumentException("a root's name has 1 to 64 characters");
    }
    KeyPair pair = keyPair();
    X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
    X509Certificate certificate =
        new CertificateBuilder(subject, key, serials.get(), now, now.plus(LIFE), subject, key)
            .with(Extension.basicConstraints, true, new BasicConstraints(1))
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
            .sign(Signatures.signer(pair.getPrivate(), pair.getPublic(), BouncyCastle.PROVIDER));
    return new RootCa(certificate, pair.getPrivate());
  }

  public X509Certificate certificate() {
    return certificate;
  }

  PrivateKey key() {
    return key;
  }

  ContentSigner signer() {
    return Signatures.signer(key, certificate.getPublicKey(), BouncyCastle.PROVIDER);
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp384r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
