package org.sekisho.federation.microsoft365;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The rollover of a tenant's signing key that runs; there is at most one. */
@Entity
@Table(name = "SEKISHO_M365_ROLLOVER")
public class RolloverEntity {

  @Id
  @Column(name = "REALM_ID", length = 36)
  String realmId;

  @Enumerated(EnumType.STRING)
  @Column(name = "STEP", length = 16, nullable = false)
  RolloverStep step;

  /** The realm's component that holds the old key. */
  @Column(name = "OLD_KEY", length = 36, nullable = false)
  String oldKey;

  @Column(name = "NEW_KEY", length = 36, nullable = false)
  String newKey;

  @Column(name = "STARTED_AT", nullable = false)
  long startedAt;

  @Column(name = "STEP_AT", nullable = false)
  long stepAt;

  @Column(name = "REASON", length = 500, nullable = false)
  String reason;

  /** Whether the old key may be known to somebody: then nothing is waited for but confirmations. */
  @Column(name = "COMPROMISED", nullable = false)
  boolean compromised;

  /** Of which SAML applications the ID administrators were told; see {@link SamlApplications}. */
  @Column(name = "TOLD_OF", length = 64)
  String toldOf;

  /** For which SAML applications somebody has said that their administrators are informed. */
  @Column(name = "INFORMED_OF", length = 64)
  String informedOf;
}
