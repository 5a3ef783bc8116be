package org.sekisho.devicecertificate.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** When a device's certificate was last used on a platform. */
@Entity
@Table(name = "SEKISHO_DEVICE_USE")
public class DeviceUseEntity {

  /** The device's identifier and the platform. */
  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "DEVICE_ID")
  String deviceId;

  @Enumerated(EnumType.STRING)
  @Column(name = "PLATFORM")
  Platform platform;

  /** Milliseconds since the epoch. */
  @Column(name = "USED_AT")
  long usedAt;

  /** For the persistence provider. */
  protected DeviceUseEntity() {}

  DeviceUseEntity(String realmId, String deviceId, Platform platform, long usedAt) {
    this.id = id(deviceId, platform);
    this.realmId = realmId;
    this.deviceId = deviceId;
    this.platform = platform;
    this.usedAt = usedAt;
  }

  static String id(String deviceId, Platform platform) {
    return deviceId + "/" + platform;
  }
}
