package org.sekisho.tenant.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Which tenant a domain belongs to. The primary key is what makes a domain belong to one tenant at
 * most, across all nodes and whoever races; sign-ins read the realm's attributes instead.
 */
@Entity
@Table(name = "SEKISHO_TENANT_DOMAIN")
public class TenantDomainEntity {

  @Id
  @Column(name = "DOMAIN", length = 253)
  String domain;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  String realmId;

  /** For the persistence provider. */
  protected TenantDomainEntity() {}

  TenantDomainEntity(String domain, String realmId) {
    this.domain = domain;
    this.realmId = realmId;
  }
}
