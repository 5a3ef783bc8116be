package org.sekisho.certauthority.leaf;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.CertificateBuilder;
import org.sekisho.certauthority.DistributionPoints;
import org.sekisho.certauthority.issuing.IssuingCa;
import org.sekisho.certauthority.request.AdmittedKey;

/** Issues the certificates of devices. Safe to share between threads. */
public final class LeafIssuer {

  /** A device's clock may be behind. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private final IssuingCa ca;
  private final PublicationAddresses addresses;
  private final Supplier<BigInteger> serials;

  public LeafIssuer(IssuingCa ca, PublicationAddresses addresses, Supplier<BigInteger> serials) {
    this.ca = ca;
    this.addresses = addresses;
    this.serials = serials;
  }

  /**
   * A certificate from five minutes ago until the life of the request is over, or until the issuing
   * CA ends. Throws {@link CertificateAuthorityException} where the issuing CA itself is not valid.
   */
  public X509Certificate issue(DeviceName device, AdmittedKey key, Instant now) {
    if (now.isBefore(ca.notBefore()) || now.isAfter(ca.notAfter())) {
      throw new CertificateAuthorityException("issuing CA not valid: " + ca.generation());
    }
    Instant start = now.minus(CLOCK_DIFFERENCE);
    Instant end = now.plus(key.life());
    return new CertificateBuilder(
            ca.name(),
            ca.key().publicKey(),
            serials.get(),
            start.isBefore(ca.notBefore()) ? ca.notBefore() : start,
            end.isAfter(ca.notAfter()) ? ca.notAfter() : end,
            device.subject(),
            key.publicKey())
        .with(Extension.basicConstraints, true, new BasicConstraints(false))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
        .with(Extension.subjectAlternativeName, false, new GeneralNames(uri(device.uri())))
        .with(Extension.cRLDistributionPoints, false, DistributionPoints.at(addresses.crl()))
        .with(Extension.authorityInfoAccess, false, access())
        .sign(ca.key().signer());
  }

  private AuthorityInformationAccess access() {
    ASN1EncodableVector ways = new ASN1EncodableVector();
    ways.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(addresses.ocsp())));
    ways.add(new AccessDescription(AccessDescription.id_ad_caIssuers, uri(addresses.caIssuers())));
    return AuthorityInformationAccess.getInstance(new DERSequence(ways));
  }

  private static GeneralName uri(URI address) {
    return uri(address.toASCIIString());
  }

  private static GeneralName uri(String address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address);
  }
}
