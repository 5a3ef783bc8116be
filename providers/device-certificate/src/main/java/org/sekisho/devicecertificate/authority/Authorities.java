package org.sekisho.devicecertificate.authority;

import jakarta.persistence.EntityManager;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.certauthority.chain.ChainCheck;
import org.sekisho.certauthority.chain.ChainResult;
import org.sekisho.certauthority.chain.ChainVerdict;
import org.sekisho.devicecertificate.authority.AuthorityEntity.State;

/** The issuing CAs of one tenant. */
public final class Authorities {

  private final EntityManager entities;
  private final String realmId;

  public Authorities(KeycloakSession session, RealmModel tenant) {
    this.entities = entities(session);
    this.realmId = tenant.getId();
  }

  /** All generations, the newest first. */
  public List<AuthorityEntity> all() {
    return entities
        .createQuery(
            "select a from AuthorityEntity a where a.realmId = :realm order by a.generation desc",
            AuthorityEntity.class)
        .setParameter("realm", realmId)
        .getResultList();
  }

  public Optional<AuthorityEntity> generation(int generation) {
    return entities
        .createQuery(
            "select a from AuthorityEntity a where a.realmId = :realm and a.generation = :number",
            AuthorityEntity.class)
        .setParameter("realm", realmId)
        .setParameter("number", generation)
        .getResultStream()
        .findFirst();
  }

  /**
   * The newest that the root has signed. Where it retires nothing is issued until there is another:
   * the one before it never comes back.
   *
   * @param now in milliseconds since the epoch
   */
  public Optional<AuthorityEntity> issuing(long now) {
    return all().stream()
        .filter(found -> found.certificate != null)
        .findFirst()
        .filter(newest -> newest.state == State.ACTIVE)
        .filter(
            newest ->
                Pem.certificate(newest.certificate).getNotAfter().toInstant().toEpochMilli() > now);
  }

  public void add(AuthorityEntity authority) {
    entities.persist(authority);
    entities.flush();
  }

  /**
   * What the tenant's CAs say to what a browser has sent.
   *
   * @param chain only the first certificate is looked at
   * @param now in milliseconds since the epoch
   * @return empty where none of them has issued it for a device
   */
  public Optional<Presented> judge(List<X509Certificate> chain, long now) {
    Map<X509Certificate, AuthorityEntity> issuers = new LinkedHashMap<>();
    // Retired ones too: their devices are told that they are revoked, and not that they are
    // foreign.
    all().stream()
        .filter(found -> found.certificate != null)
        .forEach(found -> issuers.put(Pem.certificate(found.certificate), found));
    ChainResult result =
        new ChainCheck(List.copyOf(issuers.keySet())).check(chain, Instant.ofEpochMilli(now));
    boolean ended = result.verdict() == ChainVerdict.EXPIRED;
    return result.isOk() || ended
        ? result
            .identity()
            .map(found -> presented(issuers.get(found.issuer()), found.sha256(), ended))
        : Optional.empty();
  }

  private static Presented presented(AuthorityEntity issuer, String fingerprint, boolean ended) {
    return new Presented(issuer.id, fingerprint, ended, State.TRUSTED.contains(issuer.state));
  }

  /** Has a new list of revoked certificates made soon. */
  public static void noteRevocation(KeycloakSession session, String authorityId, long now) {
    entities(session)
        .createQuery("update AuthorityEntity a set a.revokedAt = :now where a.id = :id")
        .setParameter("now", now)
        .setParameter("id", authorityId)
        .executeUpdate();
  }

  /** The issuers of all tenants, by the tenants' names. */
  public static Map<String, X509Certificate[]> issuersOfAll(KeycloakSession session) {
    Map<String, X509Certificate[]> byTenant = new HashMap<>();
    for (Object[] found : trusted(entities(session))) {
      add(byTenant, session.realms().getRealm((String) found[0]), (String) found[1]);
    }
    return byTenant;
  }

  /** Tenants' identifiers and their issuers in PEM; no more of the rows, for there are many. */
  static List<Object[]> trusted(EntityManager entities) {
    return entities
        .createQuery(
            "select a.realmId, a.certificate from AuthorityEntity a where a.state in :trusted",
            Object[].class)
        .setParameter("trusted", State.TRUSTED)
        .getResultList();
  }

  /** The issuers of one tenant; none where no tenant has the name. */
  public static X509Certificate[] issuersOf(KeycloakSession session, String tenant) {
    RealmModel realm = session.realms().getRealmByName(tenant);
    return realm == null
        ? new X509Certificate[0]
        : new Authorities(session, realm)
            .all().stream()
                .filter(found -> State.TRUSTED.contains(found.state))
                .map(found -> Pem.certificate(found.certificate))
                .toArray(X509Certificate[]::new);
  }

  private static void add(Map<String, X509Certificate[]> byTenant, RealmModel tenant, String pem) {
    if (tenant != null) {
      X509Certificate certificate = Pem.certificate(pem);
      byTenant.merge(
          tenant.getName(),
          new X509Certificate[] {certificate},
          (some, more) -> {
            X509Certificate[] both = Arrays.copyOf(some, some.length + more.length);
            System.arraycopy(more, 0, both, some.length, more.length);
            return both;
          });
    }
  }

  /** Changes where the issuers of any tenant do. */
  public static String version(KeycloakSession session) {
    Object[] row =
        entities(session)
            .createQuery(
                "select count(a), max(a.changedAt) from AuthorityEntity a where a.state in :trusted",
                Object[].class)
            .setParameter("trusted", State.TRUSTED)
            .getSingleResult();
    return row[0] + ":" + row[1];
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
