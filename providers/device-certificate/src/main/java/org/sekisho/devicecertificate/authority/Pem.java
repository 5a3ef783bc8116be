package org.sekisho.devicecertificate.authority;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.sekisho.certauthority.pem.PemFile;

/** Single certificates as PEM (RFC 7468). */
public final class Pem {

  private Pem() {}

  /**
   * Reads one certificate.
   *
   * @throws IllegalArgumentException where the text holds none, or more
   */
  public static X509Certificate certificate(String pem) {
    try {
      List<X509Certificate> certificates = PemFile.read(pem).certificates();
      if (certificates.size() == 1) {
        return certificates.get(0);
      }
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("it is no certificate", unreadable);
    }
    throw new IllegalArgumentException("it is not one certificate");
  }

  public static String of(X509Certificate certificate) {
    return PemFile.ofCertificates(List.of(certificate));
  }
}
