package org.sekisho.federation.application;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keeps the table of what ends, certificates and metadata, in step with the applications. */
final class ApplicationCertificates {

  private static final String METADATA = "metadata:";

  private ApplicationCertificates() {}

  /** What was told about a certificate that stays is not told again. */
  static void keep(KeycloakSession session, RealmModel tenant, ApplicationState state) {
    EntityManager entities = entities(session);
    Map<String, Long> missing = new LinkedHashMap<>(ends(state));
    for (ApplicationCertificateEntity row : of(entities, tenant.getId(), state.id())) {
      if (missing.remove(row.fingerprint) == null) {
        entities.remove(row);
      }
    }
    missing.forEach((name, end) -> entities.persist(row(tenant, state, name, end)));
  }

  /** What ends, by its name in the table. Metadata that ends at another time is another. */
  static Map<String, Long> ends(ApplicationState state) {
    Map<String, Long> ends = new LinkedHashMap<>();
    ApplicationView.certificates(state)
        .forEach(certificate -> ends.put(certificate.sha256(), certificate.expires()));
    Long validUntil = state.saml() == null ? null : state.saml().metadataValidUntil();
    if (validUntil != null) {
      ends.put(METADATA + validUntil, validUntil);
    }
    return ends;
  }

  private static ApplicationCertificateEntity row(
      RealmModel tenant, ApplicationState state, String name, long end) {
    ApplicationCertificateEntity row = new ApplicationCertificateEntity();
    row.id = UUID.randomUUID().toString();
    row.realmId = tenant.getId();
    row.clientUuid = state.id();
    row.fingerprint = name;
    row.expiresAt = end;
    return row;
  }

  static void forget(KeycloakSession session, String realmId, String clientUuid) {
    EntityManager entities = entities(session);
    of(entities, realmId, clientUuid).forEach(entities::remove);
  }

  private static List<ApplicationCertificateEntity> of(
      EntityManager entities, String realmId, String clientUuid) {
    return entities
        .createQuery(
            "select c from ApplicationCertificateEntity c"
                + " where c.realmId = :realm and c.clientUuid = :client",
            ApplicationCertificateEntity.class)
        .setParameter("realm", realmId)
        .setParameter("client", clientUuid)
        .getResultList();
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
