package org.sekisho.loginhistory.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A mail that is still to be sent. */
@Entity
@Table(name = "SEKISHO_NOTICE")
public class NoticeEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "USER_KEY")
  String userKey;

  @Enumerated(EnumType.STRING)
  @Column(name = "KIND")
  NoticeKind kind;

  @Column(name = "RECORD_ID")
  String recordId;

  @Column(name = "DETAIL")
  String detail;

  /** Milliseconds since the epoch, as the next. */
  @Column(name = "CREATED_AT")
  long createdAt;

  @Column(name = "DUE_AT")
  long dueAt;

  @Column(name = "ATTEMPTS")
  int attempts;

  /** For the persistence provider. */
  protected NoticeEntity() {}
}
