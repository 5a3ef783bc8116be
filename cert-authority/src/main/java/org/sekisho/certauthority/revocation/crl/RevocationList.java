package org.sekisho.certauthority.revocation.crl;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.revocation.RevokedCertificate;

/** Signs full revocation lists (RFC 5280 section 5), DER. */
public final class RevocationList {

  /** An issuing CA's list is good for seven days; a new one comes every twelve hours. */
  public static final Duration GOOD_FOR = Duration.ofDays(7);

  private final X509v2CRLBuilder builder;

  /** Begins the list of an issuer, whose name is taken octet for octet. */
  public RevocationList(
      X500Name issuer,
      SubjectPublicKeyInfo issuerKey,
      BigInteger number,
      Instant thisUpdate,
      Instant nextUpdate) {
    builder = new X509v2CRLBuilder(issuer, Date.from(thisUpdate));
    builder.setNextUpdate(Date.from(nextUpdate));
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuerKey));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
    } catch (IOException | NoSuchAlgorithmException impossible) {
      throw new CertificateAuthorityException("revocation list", impossible);
    }
  }

  /**
   * The list of an issuing CA, good for seven days.
   *
   * @param number higher than that of every list before
   * @param entries see {@link ListedEntries}
   */
  public static byte[] of(
      IssuingCa ca, BigInteger number, Iterable<RevokedCertificate> entries, Instant now) {
    RevocationList list =
        new RevocationList(ca.name(), ca.key().publicKey(), number, now, now.plus(GOOD_FOR));
    entries.forEach(list::add);
    return list.sign(ca.key().signer());
  }

  public void add(RevokedCertificate revoked) {
    builder.addCRLEntry(revoked.serial(), Date.from(revoked.revokedAt()), revoked.reason().code());
  }

  /** Takes over all entries of an earlier list, octet for octet. */
  public void addAll(byte[] earlier) {
    try {
      builder.addCRL(new X509CRLHolder(earlier));
    } catch (IOException unreadable) {
      throw new CertificateAuthorityException("earlier revocation list", unreadable);
    }
  }

  public byte[] sign(ContentSigner signer) {
    try {
      return builder.build(signer).getEncoded();
    } catch (IOException impossible) {
      throw new CertificateAuthorityException("revocation list", impossible);
    }
  }
}
