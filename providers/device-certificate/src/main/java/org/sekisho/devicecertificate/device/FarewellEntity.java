package org.sekisho.devicecertificate.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A device that was revoked together with many, whose user has not been told yet. */
@Entity
@Table(name = "SEKISHO_DEVICE_FAREWELL")
public class FarewellEntity {

  /** That of the device. */
  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;
}
