package org.sekisho.federation.application;

import java.util.List;
import java.util.stream.Stream;
import org.sekisho.federation.application.ApplicationView.CertificateView;

/**
 * What metadata says, before anything is made of it. Times are milliseconds since the epoch.
 *
 * @param requestsSigned null where the metadata does not say; then the administrator must
 * @param signature {@code VERIFIED}, {@code NOT_CHECKED} or {@code MISSING}
 */
record MetadataView(
    String entityId,
    List<String> acs,
    String logoutUrl,
    String logoutBinding,
    List<String> nameIdFormats,
    Boolean requestsSigned,
    List<CertificateView> certificates,
    Long validUntil,
    String signature) {

  static MetadataView of(SpMetadata metadata) {
    List<CertificateView> certificates =
        Stream.concat(
                metadata.signing().stream()
                    .map(certificate -> CertificateView.of("signing", certificate)),
                metadata.encryption().stream()
                    .map(certificate -> CertificateView.of("encryption", certificate)))
            .toList();
    return new MetadataView(
        metadata.entityId(),
        metadata.acs(),
        metadata.logoutUrl(),
        metadata.logoutBinding(),
        metadata.nameIdFormats().stream().map(NameIdFormat::word).toList(),
        metadata.requestsSigned().orElse(null),
        certificates,
        metadata.validUntil(),
        metadata.signature().name());
  }
}
