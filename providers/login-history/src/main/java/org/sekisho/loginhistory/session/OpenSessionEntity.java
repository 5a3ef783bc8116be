package org.sekisho.loginhistory.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A session whose end has not been recorded yet, as it is read. */
@Entity
@Immutable
@Table(name = "SEKISHO_OPEN_SESSION")
public class OpenSessionEntity {

  @Id
  @Column(name = "SESSION_ID")
  String sessionId;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "USER_KEY")
  String userKey;

  /** The record of the sign-in. */
  @Column(name = "RECORD_ID")
  String recordId;

  /** When the session ends unless it is used before, in milliseconds since the epoch. */
  @Column(name = "CHECK_AT")
  long checkAt;

  /** For the persistence provider. */
  protected OpenSessionEntity() {}

  public String recordId() {
    return recordId;
  }
}
