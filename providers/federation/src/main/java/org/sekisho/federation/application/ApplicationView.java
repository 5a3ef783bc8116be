package org.sekisho.federation.application;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.federation.certificate.CertificateFacts;

/**
 * An application as administrators see it. Times are milliseconds since the epoch.
 *
 * @param fixed whether its settings belong to the catalogue; names and assignment are free
 * @param groups paths; the identifier of a group that is gone
 * @param certificates of the other side
 * @param expires when the first of them, or the metadata, ends; null where nothing does
 * @param secret only in the answer that made it
 */
record ApplicationView(
    String id,
    String clientId,
    String catalogue,
    String protocol,
    Map<String, String> name,
    String startUrl,
    boolean enabled,
    boolean fixed,
    boolean everybody,
    List<String> groups,
    SamlSettings saml,
    OidcSettings openIdConnect,
    List<CertificateView> certificates,
    Long expires,
    List<Warning> warnings,
    String secret) {

  /**
   * A certificate of the other side.
   *
   * @param use {@code signing} or {@code encryption}
   */
  record CertificateView(
      String use, String subject, long notBefore, long expires, String sha1, String sha256) {

    static CertificateView of(String use, X509Certificate certificate) {
      CertificateFacts facts = CertificateFacts.of(certificate);
      return new CertificateView(
          use, facts.subject(), facts.notBefore(), facts.expires(), facts.sha1(), facts.sha256());
    }
  }

  /** A warning with a stable name. */
  record Warning(String name, String explanation) {}

  static ApplicationView of(
      KeycloakSession session, RealmModel realm, ApplicationState state, String secret, long now) {
    List<CertificateView> certificates = certificates(state);
    Long validUntil = state.saml() == null ? null : state.saml().metadataValidUntil();
    Long expires =
        Stream.concat(
                certificates.stream().map(CertificateView::expires),
                Stream.of(validUntil == null ? Long.MAX_VALUE : validUntil))
            .min(Long::compare)
            .filter(time -> time != Long.MAX_VALUE)
            .orElse(null);
    return new ApplicationView(
        state.id(),
        state.clientId(),
        state.catalogue(),
        state.protocol(),
        state.name(),
        state.startUrl(),
        state.enabled(),
        isFixed(state),
        state.everybody(),
        state.groups().stream().map(id -> path(session, realm, id)).sorted().toList(),
        state.saml(),
        state.openIdConnect(),
        certificates,
        expires,
        Warnings.of(state, certificates, now),
        secret);
  }

  static boolean isFixed(ApplicationState state) {
    return Catalogue.find(state.catalogue()).filter(CatalogueEntry::addable).isEmpty();
  }

  static List<CertificateView> certificates(ApplicationState state) {
    List<CertificateView> found = new ArrayList<>();
    if (state.saml() != null) {
      state.saml().signingCertificates().stream()
          .flatMap(text -> CertificateFacts.parse(text).stream())
          .forEach(certificate -> found.add(CertificateView.of("signing", certificate)));
      Stream.ofNullable(state.saml().encryptionCertificate())
          .flatMap(text -> CertificateFacts.parse(text).stream())
          .forEach(certificate -> found.add(CertificateView.of("encryption", certificate)));
    }
    return List.copyOf(found);
  }

  private static String path(KeycloakSession session, RealmModel realm, String groupId) {
    GroupModel group = session.groups().getGroupById(realm, groupId);
    return group == null
        ? groupId
        : Objects.requireNonNull(KeycloakModelUtils.buildGroupPath(group));
  }
}
