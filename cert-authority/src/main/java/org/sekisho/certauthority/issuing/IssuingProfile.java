package org.sekisho.certauthority.issuing;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.DistributionPoints;
import org.sekisho.certauthority.Generation;

/** What the certificate of an issuing CA says. Nothing of it comes from the request but the key. */
public final class IssuingProfile {

  /** Ten years. */
  public static final Duration LIFE = Duration.ofDays(3652);

  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private IssuingProfile() {}

  /**
   * The certificate: CA with path length 0, valid for ten years or until the root ends.
   *
   * @param crl where the root's revocation list is published; empty where it is not
   */
  public static X509Certificate certify(
      X509Certificate root,
      ContentSigner rootSigner,
      Generation generation,
      SubjectPublicKeyInfo key,
      BigInteger serial,
      Instant now,
      Optional<URI> crl) {
    Instant rootEnd = root.getNotAfter().toInstant();
    Instant end = now.plus(LIFE).isAfter(rootEnd) ? rootEnd : now.plus(LIFE);
    Instant rootStart = root.getNotBefore().toInstant();
    Instant start = now.minus(CLOCK_DIFFERENCE);
    CertificateBuilder builder =
        new CertificateBuilder(
            X500Name.getInstance(root.getSubjectX500Principal().getEncoded()),
            SubjectPublicKeyInfo.getInstance(root.getPublicKey().getEncoded()),
            serial,
            start.isBefore(rootStart) ? rootStart : start,
            end,
            generation.distinguishedName(),
            key);
    builder
        .with(Extension.basicConstraints, true, new BasicConstraints(0))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
        .with(Extension.extendedKeyUsage, false, purposes());
    crl.ifPresent(
        address ->
            builder.with(Extension.cRLDistributionPoints, false, DistributionPoints.at(address)));
    return builder.sign(rootSigner);
  }

  /** The issuing CA signs OCSP answers itself, so it must have that purpose (RFC 6960, 4.2.2.2). */
  private static ExtendedKeyUsage purposes() {
    return new ExtendedKeyUsage(
        new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_OCSPSigning});
  }
}
