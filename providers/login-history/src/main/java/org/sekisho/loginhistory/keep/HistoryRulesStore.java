package org.sekisho.loginhistory.keep;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Reads and writes the rules of tenants. */
public final class HistoryRulesStore {

  private final EntityManager entities;

  public HistoryRulesStore(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** The rules of a tenant; the usual ones where it has none of its own. */
  public HistoryRules of(String realmId) {
    return Optional.ofNullable(entities.find(HistoryRulesEntity.class, realmId))
        .map(HistoryRulesEntity::rules)
        .orElse(HistoryRules.USUAL);
  }

  public void put(String realmId, HistoryRules rules) {
    HistoryRulesEntity row = entities.find(HistoryRulesEntity.class, realmId);
    boolean isNew = row == null;
    HistoryRulesEntity kept = isNew ? new HistoryRulesEntity(realmId) : row;
    kept.retentionDays = rules.retentionDays();
    kept.onUserDeletion = rules.onUserDeletion();
    if (isNew) {
      entities.persist(kept);
    }
    entities.flush();
  }
}
