package org.sekisho.tenant.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A tenant in the register: what is asked about all tenants is asked here, so that no realm is
 * loaded for a list. The row is also the lock under which IDs are counted and plans changed.
 */
@Entity
@Table(name = "SEKISHO_TENANT")
public class TenantEntity {

  @Id
  @Column(name = "REALM_ID", length = 36)
  String realmId;

  @Column(name = "NAME", length = 36, nullable = false)
  String name;

  @Column(name = "DISPLAY_NAME", length = 255, nullable = false)
  String displayName;

  @Column(name = "PLAN_ID", length = 36, nullable = false)
  String plan;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE", length = 16, nullable = false)
  TenantState state;

  @Column(name = "OPENED_AT", nullable = false)
  long openedAt;

  @Column(name = "REMOVE_AT")
  Long removeAt;

  /** For the persistence provider. */
  protected TenantEntity() {}

  public TenantEntity(String realmId, String name, String displayName, String plan, long openedAt) {
    this.realmId = realmId;
    this.name = name;
    this.displayName = displayName;
    this.plan = plan;
    this.state = TenantState.OPEN;
    this.openedAt = openedAt;
  }

  public String realmId() {
    return realmId;
  }

  public String name() {
    return name;
  }

  public String displayName() {
    return displayName;
  }

  public String plan() {
    return plan;
  }

  public void movedTo(String newPlan) {
    this.plan = newPlan;
  }

  public TenantState state() {
    return state;
  }

  /** Milliseconds since the epoch. */
  public long openedAt() {
    return openedAt;
  }

  /** When everything of a closing tenant goes, in milliseconds since the epoch; else null. */
  public Long removeAt() {
    return removeAt;
  }

  public void suspend() {
    this.state = TenantState.SUSPENDED;
  }

  public void reopen() {
    this.state = TenantState.OPEN;
    this.removeAt = null;
  }

  public void close(long removal) {
    this.state = TenantState.CLOSING;
    this.removeAt = removal;
  }
}
