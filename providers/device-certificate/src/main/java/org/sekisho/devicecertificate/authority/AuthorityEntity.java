package org.sekisho.devicecertificate.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A generation of a tenant's issuing CA. Times are milliseconds since the epoch.
 *
 * <p>A transaction writes only what it has changed: a list that is being signed must not take back
 * the note of a revocation, for then no list would ever have it.
 */
@DynamicUpdate
@Entity
@Table(name = "SEKISHO_ISSUING_CA")
public class AuthorityEntity {

  /** The life of a generation. The names stand in the database: never rename one. */
  public enum State {
    /** The key is made; the offline root has not signed yet. */
    REQUESTED,
    /** Issues certificates, where no later generation does. */
    ACTIVE,
    /** Issues nothing any more; devices that have a certificate of it get in until it expires. */
    RETIRING,
    /** Opens nothing. Its lists and answers go on until the last certificate of it has expired. */
    RETIRED;

    /** Those whose certificates open the door, and that browsers are asked for. */
    static final Set<State> TRUSTED = Set.of(ACTIVE, RETIRING);
  }

  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;

  /** The tenant's name, which the CA's name and the key are bound to. */
  @Column(name = "TENANT")
  public String tenant;

  /** From 1. */
  @Column(name = "GENERATION")
  public int generation;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE")
  public State state;

  /** Which key store holds the key, and what it needs to find or unwrap it (base64). */
  @Column(name = "KEY_SCHEME")
  public String keyScheme;

  @Column(name = "KEY_MATERIAL")
  public String keyMaterial;

  /** Subject public key info, base64. */
  @Column(name = "PUBLIC_KEY")
  public String publicKey;

  /** PKCS#10 for the root, PEM. */
  @Column(name = "REQUEST")
  public String request;

  /** PEM; null until the root has signed. */
  @Column(name = "CERTIFICATE")
  public String certificate;

  @Column(name = "CREATED_AT")
  public long createdAt;

  /** When state or certificate last changed. */
  @Column(name = "CHANGED_AT")
  public long changedAt;

  /** Of the newest list of revoked certificates; 0 before the first. */
  @Column(name = "CRL_NUMBER")
  public long crlNumber;

  /** When it was made; null before the first. */
  @Column(name = "CRL_AT")
  public Long crlAt;

  /** When something was last revoked; null before. */
  @Column(name = "REVOKED_AT")
  public Long revokedAt;
}
