package org.sekisho.certauthority.revocation.ocsp;

import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.sekisho.certauthority.CertificateAuthorityException;
import org.sekisho.certauthority.issuing.IssuingCa;

/**
 * Whether a question is about certificates of this issuing CA. Only SHA-1, which RFC 5019 demands,
 * and SHA-256 are looked at: the asker does not choose what we compute.
 */
final class IssuerMatch {

  private static final List<ASN1ObjectIdentifier> HASHES =
      List.of(OIWObjectIdentifiers.idSHA1, NISTObjectIdentifiers.id_sha256);

  private final X509CertificateHolder issuer;
  private final DigestCalculatorProvider digests;

  IssuerMatch(IssuingCa ca) {
    try {
      issuer = new JcaX509CertificateHolder(ca.certificate());
      digests = new JcaDigestCalculatorProviderBuilder().build();
    } catch (CertificateEncodingException | OperatorCreationException broken) {
      throw new CertificateAuthorityException("OCSP responder", broken);
    }
  }

  boolean matches(CertificateID certificate) {
    AlgorithmIdentifier hash = certificate.toASN1Primitive().getHashAlgorithm();
    try {
      return HASHES.contains(hash.getAlgorithm()) && certificate.matchesIssuer(issuer, digests);
    } catch (OCSPException uncomputable) {
      throw new CertificateAuthorityException("OCSP responder", uncomputable);
    }
  }
}
