package org.sekisho.loginpolicy.rules;

import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.AccessRulesJson;
import org.sekisho.loginpolicy.decision.LoginPolicy;

/**
 * The rules that are in force. Rows never change and never get an old identifier again, so what was
 * read once is kept; which row counts is told by a realm attribute, and Keycloak keeps those right
 * on every node.
 */
public final class AccessRulesStore {

  /** A tenant with a thousand networks takes about 200 KB. */
  private static final int MOST_KEPT = 300;

  private static final Map<String, AccessRules> KEPT =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, AccessRules> eldest) {
              return size() > MOST_KEPT;
            }
          });

  private final KeycloakSession session;

  public AccessRulesStore(KeycloakSession session) {
    this.session = session;
  }

  /**
   * The rules of a tenant at a time.
   *
   * @return empty where they are missing or unreadable: then nobody gets in
   */
  public Optional<AccessRules> effective(RealmModel realm, long millis) {
    return pointer(realm).flatMap(pointer -> read(realm, pointer.at(millis)));
  }

  /** The policies in force, and those that come back where a change is not confirmed. */
  public Stream<LoginPolicy> standing(RealmModel realm, long millis) {
    return pointer(realm).stream()
        .flatMap(pointer -> Stream.of(pointer.at(millis), pointer.confirmedId()).distinct())
        .flatMap(id -> read(realm, id).stream())
        .flatMap(rules -> rules.policies().stream());
  }

  public static Optional<RulesPointer> pointer(RealmModel realm) {
    return RulesPointer.parse(realm.getAttribute(RulesPointer.ATTRIBUTE));
  }

  /** One set of rules of the tenant; a row of another tenant is none. */
  public Optional<AccessRules> read(RealmModel realm, String id) {
    if (id.equals(RulesPointer.BASELINE)) {
      return Optional.of(AccessRules.BASELINE);
    }
    AccessRules kept = KEPT.get(realm.getId() + "/" + id);
    return kept != null ? Optional.of(kept) : load(realm, id);
  }

  private Optional<AccessRules> load(RealmModel realm, String id) {
    Optional<AccessRulesEntity> row = find(realm, id);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    try {
      AccessRules rules = AccessRulesJson.read(row.get().content());
      KEPT.put(realm.getId() + "/" + id, rules);
      return Optional.of(rules);
    } catch (AccessRulesJson.UnreadableException unreadable) {
      return Optional.empty();
    }
  }

  public Optional<AccessRulesEntity> find(RealmModel realm, String id) {
    return Optional.ofNullable(entities().find(AccessRulesEntity.class, id))
        .filter(row -> row.realmId().equals(realm.getId()));
  }

  /** The changes of a tenant, the newest first. */
  public List<AccessRulesEntity> history(RealmModel realm, int most) {
    return entities()
        .createQuery(
            "select r from AccessRulesEntity r where r.realmId = :realm order by r.createdAt desc",
            AccessRulesEntity.class)
        .setParameter("realm", realm.getId())
        .setMaxResults(most)
        .getResultList();
  }

  private EntityManager entities() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
