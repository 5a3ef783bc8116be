package org.sekisho.devicecertificate.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key of a device whose row is gone: it gets no certificate of the tenant's again. */
@Entity
@Table(name = "SEKISHO_FORMER_DEVICE_KEY")
public class FormerKeyEntity {

  /** That of the device. */
  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;

  /** SHA-256 of the subject public key info, lower-case hexadecimal. */
  @Column(name = "KEY_FINGERPRINT")
  public String keyFingerprint;
}
