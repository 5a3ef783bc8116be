package org.sekisho.loginhistory.own;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What a user has said to the own sign-ins, as it is read: the proof that somebody has looked. */
@Entity
@Immutable
@Table(name = "SEKISHO_SIGN_IN_CHECK")
public class SignInCheckEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "USER_KEY")
  String userKey;

  @Column(name = "USER_NAME")
  String userName;

  @Column(name = "SESSION_ID")
  String sessionId;

  /** {@code CONFIRMED} or {@code REPORTED}. */
  @Column(name = "ANSWER")
  String answer;

  /** Milliseconds since the epoch. */
  @Column(name = "ANSWERED_AT")
  long answeredAt;

  /** For the persistence provider. */
  protected SignInCheckEntity() {}

  public String id() {
    return id;
  }

  public String userName() {
    return userName;
  }

  public String answer() {
    return answer;
  }

  public long answeredAt() {
    return answeredAt;
  }
}
