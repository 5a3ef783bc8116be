package org.sekisho.certauthority.root;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.Signatures;
import org.sekisho.certauthority.revocation.RevocationReason;
import org.sekisho.certauthority.revocation.RevokedCertificate;
import org.sekisho.certauthority.revocation.crl.RevocationList;

/** The root's own revocation list, by which a tenant's issuing CA is retired. */
public final class RootList {

  /** A ceremony a year renews it; the list lasts a little longer. */
  public static final Duration GOOD_FOR = Duration.ofDays(400);

  private final RootCa root;

  public RootList(RootCa root) {
    this.root = root;
  }

  /**
   * Signs the next list: all entries of the one before, and the new ones.
   *
   * @param previous empty only for the root's first list
   * @return DER
   */
  public byte[] next(
      Optional<X509CRL> previous,
      List<X509Certificate> revoked,
      RevocationReason reason,
      Instant now)
      throws CeremonyException {
    BigInteger number = BigInteger.ONE;
    if (previous.isPresent()) {
      number = verifiedNumber(previous.get()).add(BigInteger.ONE);
    }
    X509Certificate issuer = root.certificate();
    RevocationList list =
        new RevocationList(
            X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
            SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded()),
            number,
            now,
            now.plus(GOOD_FOR));
    previous.ifPresent(earlier -> list.addAll(encoded(earlier)));
    for (X509Certificate certificate : revoked) {
      requireIssuedByRoot(certificate);
      if (previous.isEmpty() || !previous.get().isRevoked(certificate)) {
        list.add(
            new RevokedCertificate(
                certificate.getSerialNumber(), now, reason, certificate.getNotAfter().toInstant()));
      }
    }
    return list.sign(root.signer());
  }

  private void requireIssuedByRoot(X509Certificate certificate) throws CeremonyException {
    if (!Signatures.isSigned(certificate, root.certificate().getPublicKey())) {
      throw new CeremonyException(
          CeremonyRefusal.NOT_ISSUED_BY_ROOT, certificate.getSubjectX500Principal().getName());
    }
  }

  /** A list of another root would bring foreign entries, a changed one would lose some. */
  private BigInteger verifiedNumber(X509CRL list) throws CeremonyException {
    try {
      list.verify(root.certificate().getPublicKey());
    } catch (GeneralSecurityException foreign) {
      throw new CeremonyException(
          CeremonyRefusal.NOT_ISSUED_BY_ROOT, list.getIssuerX500Principal().getName());
    }
    byte[] number = list.getExtensionValue(Extension.cRLNumber.getId());
    if (number == null) {
      throw new CeremonyException(
          CeremonyRefusal.NOT_ISSUED_BY_ROOT, list.getIssuerX500Principal().getName());
    }
    return ASN1Integer.getInstance(ASN1OctetString.getInstance(number).getOctets()).getValue();
  }

  private static byte[] encoded(X509CRL list) {
    try {
      return list.getEncoded();
    } catch (CRLException unencodable) {
      throw new CertificateAuthorityException("earlier revocation list", unencodable);
    }
  }
}
