package org.sekisho.standins.microsoft365;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A domain whose users sign in at their own identity provider. */
record FederatedDomain(
    String id,
    String name,
    Optional<String> displayName,
    String issuerUri,
    String passiveSignInUri,
    Optional<String> activeSignInUri,
    Optional<String> signOutUri,
    X509Certificate signingCertificate,
    Optional<X509Certificate> nextSigningCertificate,
    MfaBehavior mfaBehavior) {

  /** The only certificates whose keys may sign for this domain. */
  List<X509Certificate> trustedCertificates() {
    return Stream.concat(Stream.of(signingCertificate), nextSigningCertificate.stream()).toList();
  }
}
