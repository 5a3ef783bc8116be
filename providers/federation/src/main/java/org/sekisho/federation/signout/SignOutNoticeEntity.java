package org.sekisho.federation.signout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That one application is still to be told of the end of one session. */
@Entity
@Table(name = "SEKISHO_SIGN_OUT_NOTICE")
public class SignOutNoticeEntity {

  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;

  /** Keycloak's identifier of the client. */
  @Column(name = "CLIENT_UUID")
  public String clientUuid;

  /**
   * The claims of the logout token as JSON; its times and its {@code jti} are set anew each try.
   */
  @Column(name = "CLAIMS")
  public String claims;

  /** Milliseconds since the epoch. */
  @Column(name = "CREATED_AT")
  public long createdAt;

  /** When to try next, in milliseconds since the epoch. */
  @Column(name = "DUE_AT")
  public long dueAt;

  @Column(name = "TRIES")
  public int tries;
}
