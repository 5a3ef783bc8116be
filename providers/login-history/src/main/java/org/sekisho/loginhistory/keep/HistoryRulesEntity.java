package org.sekisho.loginhistory.keep;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A tenant's own rules. In a table and not in the realm, so that deleting old records needs no
 * realm to be loaded.
 */
@Entity
@Table(name = "SEKISHO_HISTORY_RULES")
public class HistoryRulesEntity {

  @Id
  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "RETENTION_DAYS")
  int retentionDays;

  @Enumerated(EnumType.STRING)
  @Column(name = "ON_USER_DELETION")
  HistoryRules.OnUserDeletion onUserDeletion;

  /** For the persistence provider. */
  protected HistoryRulesEntity() {}

  HistoryRulesEntity(String realmId) {
    this.realmId = realmId;
  }

  HistoryRules rules() {
    return new HistoryRules(retentionDays, onUserDeletion);
  }
}
