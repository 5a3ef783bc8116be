package org.sekisho.federation.microsoft365;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant's directory at Microsoft, and who works on it now. Times are milliseconds. */
@Entity
@Table(name = "SEKISHO_M365_DIRECTORY")
public class DirectoryEntity {

  @Id
  @Column(name = "REALM_ID", length = 36)
  String realmId;

  /** Null where the tenant hands out no rights: then all goes by scripts. */
  @Column(name = "DIRECTORY_ID", length = 36)
  String directoryId;

  /** Null where the provider's own application is used. */
  @Column(name = "CLIENT_ID", length = 36)
  String clientId;

  /** Until when somebody works at Microsoft for this tenant; one at a time, on all nodes. */
  @Column(name = "LEASE_UNTIL", nullable = false)
  long leaseUntil;

  @Column(name = "LEASE_OWNER", length = 36)
  String leaseOwner;

  /** When the job last went on for this tenant: whose turn is longest ago comes first. */
  @Column(name = "WORKED_AT", nullable = false)
  long workedAt;

  /** When the job last tried to compare, whatever became of it. */
  @Column(name = "WATCH_TRIED_AT", nullable = false)
  long watchTriedAt;
}
