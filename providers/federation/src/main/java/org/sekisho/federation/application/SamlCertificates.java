package org.sekisho.federation.application;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sekisho.core.Faults;
import org.sekisho.federation.certificate.CertificateFacts;

/**
 * Chooses the certificates of an application. Two are kept for signatures, so that the application
 * can change its key without an outage.
 */
record SamlCertificates(SamlRequest wish, SpMetadata metadata, long now, Faults faults) {

  private static final int MOST = 2;
  private static final String UNUSABLE =
      "must be certificates that are not expired, with RSA keys from 2048 bits or EC keys";

  /** At most two, those that expire last. */
  List<String> signing(boolean needed) {
    List<X509Certificate> given = given("saml.signingCertificates", wish.signingCertificates());
    List<X509Certificate> told = metadata == null ? List.of() : metadata.signing();
    List<X509Certificate> usable = usable(given.isEmpty() ? told : given);
    faults.require(
        "saml.signingCertificates", given.size() <= MOST, "must be at most two certificates");
    faults.require("saml.signingCertificates", given.size() == usable(given).size(), UNUSABLE);
    faults.require(
        "saml.signingCertificates",
        !needed || !usable.isEmpty(),
        "are needed where requests are signed");
    return usable.stream()
        .limit(MOST)
        .map(certificate -> CertificateFacts.of(certificate).base64())
        .collect(Collectors.toUnmodifiableList());
  }

  /** The one that expires last. Only RSA: the key of the data is wrapped with it. */
  Optional<String> encryption() {
    List<String> wished =
        wish.encryptionCertificate() == null || wish.encryptionCertificate().isBlank()
            ? List.of()
            : List.of(wish.encryptionCertificate());
    List<X509Certificate> given = given("saml.encryptionCertificate", wished);
    List<X509Certificate> told = metadata == null ? List.of() : metadata.encryption();
    List<X509Certificate> usable =
        usable(given.isEmpty() ? told : given).stream()
            .filter(certificate -> certificate.getPublicKey().getAlgorithm().equals("RSA"))
            .toList();
    faults.require("saml.encryptionCertificate", given.isEmpty() || !usable.isEmpty(), UNUSABLE);
    return usable.stream().findFirst().map(found -> CertificateFacts.of(found).base64());
  }

  private List<X509Certificate> given(String member, List<String> texts) {
    List<X509Certificate> read = new ArrayList<>();
    for (String text : texts == null ? List.<String>of() : texts) {
      Optional<X509Certificate> certificate = CertificateFacts.parse(text);
      faults.require(member, certificate.isPresent(), "must be certificates in PEM");
      certificate.ifPresent(read::add);
    }
    return read;
  }

  private List<X509Certificate> usable(List<X509Certificate> all) {
    return all.stream()
        .filter(certificate -> expires(certificate) > now)
        .filter(CertificateFacts::isStrong)
        .sorted(Comparator.comparingLong(SamlCertificates::expires).reversed())
        .toList();
  }

  private static long expires(X509Certificate certificate) {
    return CertificateFacts.of(certificate).expires();
  }
}
