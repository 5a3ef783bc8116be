package org.sekisho.standins.microsoft365;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Certificates as Graph carries them: base64 of the DER form, without PEM armour. */
final class GraphCertificate {
  private GraphCertificate() {}

  static X509Certificate parse(String property, String base64) {
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      if (der.length == 0 || der[0] != 0x30) {
        throw invalid(property);
      }
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (IllegalArgumentException | CertificateException e) {
      throw invalid(property);
    }
  }

  static String format(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it was made from its encoded form", e);
    }
  }

  private static RuntimeException invalid(String property) {
    return GraphProblem.badRequest(
        property + " must be the base64 form of a DER certificate, without PEM armour.");
  }
}
