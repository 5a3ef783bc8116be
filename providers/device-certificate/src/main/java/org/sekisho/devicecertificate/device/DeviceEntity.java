package org.sekisho.devicecertificate.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.sekisho.devicecertificate.platform.Platform;

/**
 * An enrolled device and its certificate. Times are milliseconds since the epoch.
 *
 * <p>A transaction writes only what it has changed: a mail that is noted here must not take back
 * what another transaction has revoked meanwhile.
 */
@DynamicUpdate
@Entity
@Table(name = "SEKISHO_DEVICE")
public class DeviceEntity {

  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;

  @Column(name = "USER_ID")
  public String userId;

  @Column(name = "NAME")
  public String name;

  /** As the device's browser told it; null where nothing did. */
  @Column(name = "PLATFORM")
  public String platform;

  /** The platform of the browser that asked for the certificate; null where nothing told it. */
  @Enumerated(EnumType.STRING)
  @Column(name = "ENROLLED_ON")
  public Platform enrolledOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "METHOD")
  public EnrolmentMethod method;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE")
  public DeviceState state;

  /** The issuing CA and, in lower-case hexadecimal, the serial number in it. */
  @Column(name = "AUTHORITY_ID")
  public String authorityId;

  @Column(name = "SERIAL")
  public String serial;

  /** SHA-256 of the certificate, lower-case hexadecimal. */
  @Column(name = "FINGERPRINT")
  public String fingerprint;

  /** SHA-256 of the subject public key info, lower-case hexadecimal. */
  @Column(name = "KEY_FINGERPRINT")
  public String keyFingerprint;

  @Column(name = "ISSUED_AT")
  public long issuedAt;

  @Column(name = "EXPIRES_AT")
  public long expiresAt;

  @Column(name = "LAST_USED_AT")
  public Long lastUsedAt;

  @Column(name = "REVOKED_AT")
  public Long revokedAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "REVOCATION_REASON")
  public RevocationReason revocationReason;

  /** The device whose certificate this one renews; null where none. */
  @Column(name = "RENEWS")
  public String renews;

  /** When the renewed certificate is revoked; null where it was not renewed. */
  @Column(name = "SUPERSEDED_UNTIL")
  public Long supersededUntil;

  /** The days of the last mail about its expiry: 30, 14 or 3; null before the first. */
  @Column(name = "EXPIRY_MAIL")
  public Integer expiryMail;

  /** Whether it opens the door now. */
  public boolean isUsable(long now) {
    return DeviceStanding.of(this).isUsable(now);
  }
}
