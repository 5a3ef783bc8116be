package org.sekisho.federation.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What people compare of a certificate. Times are milliseconds since the epoch.
 *
 * @param sha1 fingerprint, upper-case hexadecimal with colons, as browsers and tools show it
 * @param sha256 the same with SHA-256
 * @param base64 the certificate in DER, in base 64 without line breaks and PEM lines
 */
public record CertificateFacts(
    String subject, long notBefore, long expires, String sha1, String sha256, String base64) {

  private static final int LEAST_RSA_BITS = 2_048;
  private static final int LEAST_EC_BITS = 256;
  private static final int LONGEST = 16_000;

  public static CertificateFacts of(X509Certificate certificate) {
    try {
      byte[] der = certificate.getEncoded();
      return new CertificateFacts(
          certificate.getSubjectX500Principal().getName(),
          certificate.getNotBefore().toInstant().toEpochMilli(),
          certificate.getNotAfter().toInstant().toEpochMilli(),
          fingerprint("SHA-1", der),
          fingerprint("SHA-256", der),
          Base64.getEncoder().encodeToString(der));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Reads a certificate in PEM or in base 64; empty where it is none. */
  public static Optional<X509Certificate> parse(String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    String base64 = text.replaceAll("-----(BEGIN|END) CERTIFICATE-----|\\s", "");
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether nobody can break the key today: RSA from 2,048 bits, EC from 256 bits. */
  public static boolean isStrong(X509Certificate certificate) {
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
    }
    return certificate.getPublicKey() instanceof ECPublicKey ec
        && ec.getParams().getOrder().bitLength() >= LEAST_EC_BITS;
  }

  public String pem() {
    String lines = base64.replaceAll("(.{64})(?=.)", "$1\n");
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }

  private static String fingerprint(String algorithm, byte[] der) throws GeneralSecurityException {
    return HexFormat.ofDelimiter(":")
        .formatHex(MessageDigest.getInstance(algorithm).digest(der))
        .toUpperCase(Locale.ROOT);
  }
}
