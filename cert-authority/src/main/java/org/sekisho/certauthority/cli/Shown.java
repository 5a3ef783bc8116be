package org.sekisho.certauthority.cli;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.sekisho.certauthority.ProofOfPossession;
import org.sekisho.certauthority.Sha256;

/** Requests, certificates and lists in words. */
final class Shown {

  private Shown() {}

  static void request(PKCS10CertificationRequest request, Context context) throws IOException {
    context.say("request", printable(request.getSubject().toString()));
    context.say("key", Sha256.hex(request.getSubjectPublicKeyInfo().getEncoded()));
    context.say(ProofOfPossession.isIn(request) ? "possessionProven" : "possessionNotProven");
  }

  static void certificate(X509Certificate certificate, Context context) throws IOException {
    context.say("certificate", printable(certificate.getSubjectX500Principal().getName()));
    context.say("issuer", printable(certificate.getIssuerX500Principal().getName()));
    context.say("serial", certificate.getSerialNumber().toString(16));
    context.say(
        "valid",
        certificate.getNotBefore().toInstant().toString(),
        certificate.getNotAfter().toInstant().toString());
    context.say("key", Sha256.hex(certificate.getPublicKey().getEncoded()));
    try {
      context.say("fingerprint", Sha256.hex(certificate.getEncoded()));
    } catch (CertificateEncodingException unencodable) {
      throw new IOException(unencodable);
    }
  }

  static void list(X509CRL list, Context context) {
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    context.say("list", printable(list.getIssuerX500Principal().getName()));
    context.say(
        "listValid",
        list.getThisUpdate().toInstant().toString(),
        list.getNextUpdate().toInstant().toString());
    context.say("listEntries", entries == null ? 0 : entries.size());
    if (entries != null) {
      for (X509CRLEntry entry : entries) {
        context.say(
            "listEntry",
            entry.getSerialNumber().toString(16),
            entry.getRevocationDate().toInstant().toString(),
            String.valueOf(entry.getRevocationReason()));
      }
    }
  }

  /** A stranger's name must not move the cursor of the ceremony's terminal. */
  static String printable(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
