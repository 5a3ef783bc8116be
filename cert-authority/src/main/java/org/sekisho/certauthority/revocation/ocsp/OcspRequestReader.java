package org.sekisho.certauthority.revocation.ocsp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.Req;

/** Reads a request of RFC 6960 section 4.1 within bounds. A signature of the asker is ignored. */
final class OcspRequestReader {

  /** Octets: {@value #MOST_CERTIFICATES} questions and a nonce have less than 3,000. */
  static final int LONGEST = 8 * 1024;

  static final int MOST_CERTIFICATES = 20;

  /** RFC 9654 section 2.1: no octet, or more than 128, is malformed. */
  private static final int LONGEST_NONCE = 128;

  /** RFC 5280 section 4.1.2.2. */
  private static final int LONGEST_SERIAL_BITS = 160;

  private OcspRequestReader() {}

  /** Empty where it is malformed or over a bound. */
  static Optional<OcspQuery> read(byte[] octets) {
    if (octets.length > LONGEST) {
      return Optional.empty();
    }
    try {
      OCSPReq request = new OCSPReq(octets);
      Set<?> critical = request.getCriticalExtensionOIDs();
      Req[] questions = request.getRequestList();
      boolean within =
          questions.length > 0
              && questions.length <= MOST_CERTIFICATES
              && critical.stream().allMatch(OCSPObjectIdentifiers.id_pkix_ocsp_nonce::equals);
      if (!within) {
        return Optional.empty();
      }
      return query(questions, request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce));
    } catch (IOException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<OcspQuery> query(Req[] questions, Extension nonce) {
    if (nonce != null && !isWithinBounds(nonce)) {
      return Optional.empty();
    }
    List<CertificateID> certificates = new ArrayList<>();
    for (Req question : questions) {
      if (question.getCertID().getSerialNumber().bitLength() > LONGEST_SERIAL_BITS) {
        return Optional.empty();
      }
      certificates.add(question.getCertID());
    }
    return Optional.of(new OcspQuery(certificates, Optional.ofNullable(nonce)));
  }

  private static boolean isWithinBounds(Extension nonce) {
    int length = ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets().length;
    return length > 0 && length <= LONGEST_NONCE;
  }
}
