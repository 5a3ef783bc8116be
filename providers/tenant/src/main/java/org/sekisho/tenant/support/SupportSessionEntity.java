package org.sekisho.tenant.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/**
 * A support session. Nothing has to happen for it to end: whoever asks for a right compares {@code
 * endsAt} with the clock.
 */
@Entity
@Table(name = "SEKISHO_SUPPORT_SESSION")
public class SupportSessionEntity {

  @Id
  @Column(name = "ID", length = 36)
  String id;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  String realmId;

  @Column(name = "TENANT", length = 36, nullable = false)
  String tenant;

  @Column(name = "OPERATOR_ID", length = 36, nullable = false)
  String operatorId;

  @Column(name = "OPERATOR_NAME", length = 255, nullable = false)
  String operatorName;

  @Column(name = "TICKET", length = 64, nullable = false)
  String ticket;

  @Column(name = "REASON", length = 500, nullable = false)
  String reason;

  @Column(name = "RIGHTS", length = 500, nullable = false)
  String rights;

  @Column(name = "STARTED_AT", nullable = false)
  long startedAt;

  @Column(name = "ENDS_AT", nullable = false)
  long endsAt;

  public String id() {
    return id;
  }

  public String tenant() {
    return tenant;
  }

  public String realmId() {
    return realmId;
  }

  public String operatorId() {
    return operatorId;
  }

  public String operatorName() {
    return operatorName;
  }

  public String ticket() {
    return ticket;
  }

  public String reason() {
    return reason;
  }

  public List<String> rights() {
    return SupportRights.split(rights);
  }

  /** Milliseconds since the epoch. */
  public long startedAt() {
    return startedAt;
  }

  /** Milliseconds since the epoch; in the past once the session has ended. */
  public long endsAt() {
    return endsAt;
  }

  public boolean isLive(long now) {
    return now < endsAt;
  }
}
