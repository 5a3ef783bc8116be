package org.sekisho.tenant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.sekisho.core.DomainName;

/** That a tenant wants to prove a domain, or has proven it. Times are milliseconds of the epoch. */
@Entity
@Table(name = "SEKISHO_DOMAIN_PROOF")
public class DomainProofEntity {

  @Id
  @Column(name = "ID", length = 36)
  String id;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  String realmId;

  @Column(name = "DOMAIN", length = 253, nullable = false)
  String domain;

  @Column(name = "TOKEN", length = 64, nullable = false)
  String token;

  /** Why the tenant wants the domain: told again once it gets it. */
  @Column(name = "REASON", length = 500, nullable = false)
  String reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE", length = 16, nullable = false)
  ProofState state;

  @Column(name = "CREATED_AT", nullable = false)
  long createdAt;

  @Column(name = "EXPIRES_AT", nullable = false)
  long expiresAt;

  /** When anybody looked for the record last. */
  @Column(name = "CHECKED_AT")
  Long checkedAt;

  /** When it was found first or looked for by the daily check: what the tenant tries counts not. */
  @Column(name = "LOOKED_AT")
  Long lookedAt;

  @Column(name = "MISSED", nullable = false)
  int missed;

  ProofRecord record() {
    return new ProofRecord(new DomainName(domain), token);
  }

  Standing standing() {
    return new Standing(state, missed);
  }

  void stand(Standing standing) {
    state = standing.state();
    missed = standing.missed();
  }

  boolean isExpired(long now) {
    return state == ProofState.OPEN && expiresAt <= now;
  }

  boolean wasLookedAtAfter(long moment) {
    return lookedAt != null && lookedAt > moment;
  }

  boolean wasCheckedAfter(long moment) {
    return checkedAt != null && checkedAt > moment;
  }
}
