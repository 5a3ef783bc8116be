package org.sekisho.loginhistory.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A sealed period of a tenant's history. */
@Entity
@IdClass(SealEntity.Key.class)
@Table(name = "SEKISHO_HISTORY_SEAL")
public class SealEntity {

  @Id
  @Column(name = "REALM_ID")
  String realmId;

  /** From 1, without gaps. */
  @Id
  @Column(name = "SEAL_NUMBER")
  long number;

  /** Milliseconds since the epoch, as the next. */
  @Column(name = "PERIOD_FROM")
  long from;

  @Column(name = "PERIOD_TO")
  long to;

  /** Compact serialisation (RFC 7515 §7.1). */
  @Column(name = "JWS")
  String jws;

  /**
   * Identifier and hash of each record, for naming the one that is wrong; null where the records
   * are older than the tenant keeps them.
   */
  @Column(name = "LEAVES")
  String leaves;

  /** For the persistence provider. */
  protected SealEntity() {}

  SealEntity(String realmId, long number, long from, long to, String jws, String leaves) {
    this.realmId = realmId;
    this.number = number;
    this.from = from;
    this.to = to;
    this.jws = jws;
    this.leaves = leaves;
  }

  /** Whether it only holds the place for the next: its records were kept long enough. */
  boolean isOutlived() {
    return leaves == null;
  }

  /** What tells seals apart. */
  public record Key(String realmId, long number) implements Serializable {}
}
