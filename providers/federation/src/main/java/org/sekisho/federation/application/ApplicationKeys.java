package org.sekisho.federation.application;

import java.security.Key;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlProtocolUtils;
import org.keycloak.rotation.HardcodedKeyLocator;
import org.keycloak.rotation.KeyLocator;
import org.sekisho.federation.certificate.CertificateFacts;

/** The keys with which an application may have signed: one, or two while it changes its key. */
public final class ApplicationKeys {

  private ApplicationKeys() {}

  /**
   * Keycloak's own answer where there is only one key.
   *
   * @throws VerificationException where no certificate is valid now
   */
  public static KeyLocator of(KeycloakSession session, ClientModel client)
      throws VerificationException {
    Optional<X509Certificate> second =
        CertificateFacts.parse(client.getAttribute(SamlClientWriter.SECOND_CERTIFICATE))
            .filter(ApplicationKeys::isValid);
    if (second.isEmpty()) {
      return SamlProtocolUtils.createKeyLocatorForClient(session, client, KeyUse.SIG);
    }
    Optional<X509Certificate> first =
        CertificateFacts.parse(client.getAttribute("saml.signing.certificate"))
            .filter(ApplicationKeys::isValid);
    List<Key> keys =
        List.of(first, second).stream()
            .flatMap(Optional::stream)
            .map(certificate -> (Key) certificate.getPublicKey())
            .toList();
    return new HardcodedKeyLocator(keys);
  }

  private static boolean isValid(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return true;
    } catch (CertificateException notNow) {
      return false;
    }
  }
}
