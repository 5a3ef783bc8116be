package org.sekisho.federation.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.federation.application.ApplicationView.CertificateView;
import org.sekisho.federation.application.ApplicationView.Warning;

/** What an administrator should know about an application before it fails. Pure. */
final class Warnings {

  private static final Duration SOON = Duration.ofDays(30);

  private Warnings() {}

  static List<Warning> of(ApplicationState state, List<CertificateView> certificates, long now) {
    List<Warning> warnings = new ArrayList<>();
    if (state.saml() != null) {
      ofSaml(state.saml(), now, warnings);
    }
    for (CertificateView certificate : certificates) {
      if (certificate.expires() <= now) {
        warnings.add(
            new Warning(
                "certificate-expired",
                "Requests that are signed with this key are refused: " + certificate.subject()));
      } else if (certificate.expires() <= now + SOON.toMillis()) {
        warnings.add(
            new Warning(
                "certificate-expires",
                "Ask the other side for its new certificate: " + certificate.subject()));
      }
    }
    if (!state.everybody() && state.groups().isEmpty()) {
      warnings.add(new Warning("assigned-to-nobody", "No group may use the application."));
    }
    return List.copyOf(warnings);
  }

  private static void ofSaml(SamlSettings saml, long now, List<Warning> warnings) {
    if (saml.isSignedWithSha1()) {
      warnings.add(
          new Warning(
              "sha1-signature",
              "Answers are signed with RSA-SHA1, which is broken. Ask the other side for SHA-256."));
    }
    if (saml.metadataValidUntil() != null && saml.metadataValidUntil() <= now) {
      warnings.add(
          new Warning("metadata-expired", "The metadata is past its end. Ask for a new one."));
    }
    if (Signed.RESPONSE.word().equals(saml.sign())) {
      warnings.add(
          new Warning(
              "assertion-not-signed",
              "Only the response is signed; sign both where the other side accepts it."));
    }
  }
}
