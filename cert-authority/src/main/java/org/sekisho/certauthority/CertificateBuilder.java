package org.sekisho.certauthority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;

/**
 * Builds a certificate of version 3 with what all of ours have: subject and authority key
 * identifiers of RFC 5280 section 4.2.1.2, method 1.
 */
public final class CertificateBuilder {

  private final X509v3CertificateBuilder builder;

  /** The times are cut to whole seconds, which is all a certificate can say. */
  public CertificateBuilder(
      X500Name issuer,
      SubjectPublicKeyInfo issuerKey,
      BigInteger serial,
      Instant notBefore,
      Instant notAfter,
      X500Name subject,
      SubjectPublicKeyInfo subjectKey) {
    builder =
        new X509v3CertificateBuilder(
            issuer, serial, Date.from(notBefore), Date.from(notAfter), subject, subjectKey);
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      with(
          Extension.subjectKeyIdentifier,
          false,
          identifiers.createSubjectKeyIdentifier(subjectKey));
      with(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(issuerKey));
    } catch (NoSuchAlgorithmException everyJavaHasSha1) {
      throw new IllegalStateException(everyJavaHasSha1);
    }
  }

  public CertificateBuilder with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    try {
      builder.addExtension(id, critical, value);
      return this;
    } catch (IOException unencodable) {
      throw new CertificateAuthorityException("extension " + id, unencodable);
    }
  }

  public X509Certificate sign(ContentSigner signer) {
    try {
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (CertificateException unreadable) {
      throw new CertificateAuthorityException("the new certificate", unreadable);
    }
  }
}
