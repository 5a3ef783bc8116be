package org.sekisho.federation.information;

import java.util.List;
import org.sekisho.federation.certificate.CertificateFacts;

/**
 * What the other sides of federations ask for.
 *
 * @param certificates those that answers are signed with, the one in use first
 */
record FederationInformation(
    Saml saml, OpenIdConnect openIdConnect, List<SigningKey> certificates, List<Domain> domains) {

  /** The tenant as a SAML identity provider. */
  record Saml(String entityId, String singleSignOn, String singleLogout, String metadata) {}

  /** The tenant as an OpenID provider. */
  record OpenIdConnect(
      String issuer,
      String discovery,
      String authorization,
      String token,
      String userInfo,
      String jwks,
      String endSession) {}

  /**
   * A signing certificate. Times are milliseconds since the epoch.
   *
   * @param state {@code ACTIVE}: answers are signed with it; {@code PASSIVE}: it is announced, or
   *     was in use until now
   * @param base64 in one line, as Microsoft wants it
   */
  record SigningKey(
      String state,
      String keyId,
      String subject,
      long notBefore,
      long expires,
      String sha1,
      String sha256,
      String base64,
      String pem) {

    static SigningKey of(String state, String keyId, CertificateFacts facts) {
      return new SigningKey(
          state,
          keyId,
          facts.subject(),
          facts.notBefore(),
          facts.expires(),
          facts.sha1(),
          facts.sha256(),
          facts.base64(),
          facts.pem());
    }
  }

  /**
   * A domain as Microsoft 365 knows it.
   *
   * @param issuer its own entity ID: Microsoft demands another one for each domain
   */
  record Domain(String domain, String issuer, String signIn, String signOut) {}
}
