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
        warnings.add(new Warning("certificate-expired", effect(certificate)));
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

  private static String effect(CertificateView certificate) {
    return "signing".equals(certificate.use())
        ? "Requests that are signed with this key are refused: " + certificate.subject()
        : "Nothing is refused here, but the other side may refuse what is encrypted for this key: "
            + certificate.subject();
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
          new Warning(
              "metadata-expired",
              "The metadata is past its end. Nothing is refused, but ask for a new one."));
    }
    boolean unsignedAssertion = Signed.RESPONSE.word().equals(saml.sign());
    if (unsignedAssertion && Boolean.TRUE.equals(saml.wantsAssertionsSigned())) {
      warnings.add(
          new Warning(
              "assertion-signature-wanted",
              "The metadata says that assertions must be signed: the other side refuses them."
                  + " Sign both."));
    } else if (unsignedAssertion) {
      warnings.add(
          new Warning(
              "assertion-not-signed",
              "Only the response is signed; sign both where the other side accepts it."));
    }
  }
}
