package org.sekisho.federation.microsoft365;

/**
 * How a domain is federated: Graph's {@code internalDomainFederation}.
 *
 * @param id Graph's identifier; null where it is not known or there is none yet
 * @param protocol {@code saml} or {@code wsFed}
 * @param signingCertificate base64 of DER, no line breaks
 * @param nextSigningCertificate the same; null for none
 * @param mfaBehavior one of {@link MfaBehavior}'s labels; null where Graph tells none
 */
record FederationSettings(
    String id,
    String issuerUri,
    String signInUri,
    String signOutUri,
    String protocol,
    String signingCertificate,
    String nextSigningCertificate,
    String mfaBehavior) {

  static final String SAML = "saml";

  FederationSettings withId(String other) {
    return new FederationSettings(
        other,
        issuerUri,
        signInUri,
        signOutUri,
        protocol,
        signingCertificate,
        nextSigningCertificate,
        mfaBehavior);
  }

  FederationSettings trusting(CertificatePair certificates) {
    return new FederationSettings(
        id,
        issuerUri,
        signInUri,
        signOutUri,
        protocol,
        certificates.current(),
        certificates.next(),
        mfaBehavior);
  }

  CertificatePair certificates() {
    return new CertificatePair(signingCertificate, nextSigningCertificate);
  }
}
