package org.sekisho.devicecertificate.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That a certificate's use on a pair of platforms was told of. */
@Entity
@Table(name = "SEKISHO_DEVICE_FLAG")
public class PlatformFlagEntity {

  /** The device's identifier and the pair. */
  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  /** When it was last told of, in milliseconds since the epoch. */
  @Column(name = "TOLD_AT")
  long toldAt;

  /** For the persistence provider. */
  protected PlatformFlagEntity() {}

  PlatformFlagEntity(String id, String realmId, long toldAt) {
    this.id = id;
    this.realmId = realmId;
    this.toldAt = toldAt;
  }
}
