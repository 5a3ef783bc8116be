package org.sekisho.federation.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.federation.application.ApplicationView.CertificateView;

/** Keeps the table of certificates in step with the applications. */
final class ApplicationCertificates {

  private ApplicationCertificates() {}

  /** What was told about a certificate that stays is not told again. */
  static void keep(KeycloakSession session, RealmModel tenant, ApplicationState state) {
    EntityManager entities = entities(session);
    Set<String> missing = new HashSet<>();
    List<CertificateView> now = ApplicationView.certificates(state);
    now.forEach(certificate -> missing.add(certificate.sha256()));
    for (ApplicationCertificateEntity row : of(entities, tenant.getId(), state.id())) {
      if (!missing.remove(row.fingerprint)) {
        entities.remove(row);
      }
    }
    for (CertificateView certificate : now) {
      if (missing.remove(certificate.sha256())) {
        entities.persist(row(tenant, state, certificate));
      }
    }
  }

  private static ApplicationCertificateEntity row(
      RealmModel tenant, ApplicationState state, CertificateView certificate) {
    ApplicationCertificateEntity row = new ApplicationCertificateEntity();
    row.id = UUID.randomUUID().toString();
    row.realmId = tenant.getId();
    row.clientUuid = state.id();
    row.fingerprint = certificate.sha256();
    row.expiresAt = certificate.expires();
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
