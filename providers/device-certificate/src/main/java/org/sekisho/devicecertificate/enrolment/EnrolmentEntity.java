package org.sekisho.devicecertificate.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A device that is to be enrolled. Times are milliseconds since the epoch. */
@Entity
@Table(name = "SEKISHO_ENROLMENT")
public class EnrolmentEntity {

  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;

  /** Whose device it will be. */
  @Column(name = "USER_ID")
  public String userId;

  @Enumerated(EnumType.STRING)
  @Column(name = "KIND")
  public EnrolmentKind kind;

  /** Who invited: the user, or an ID administrator. */
  @Column(name = "ISSUER_ID")
  public String issuerId;

  /**
   * The device with which the session was opened in which a user has made the link; null for
   * invitations, and for a first device.
   */
  @Column(name = "ISSUER_DEVICE")
  public String issuerDevice;

  @Column(name = "DEVICE_NAME")
  public String deviceName;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE")
  public EnrolmentState state;

  /** SHA-256 of the token in the address, lower-case hexadecimal: 256 random bits need no salt. */
  @Column(name = "TOKEN_HASH")
  public String tokenHash;

  /** The same of the secret of the page that has claimed it; null before. */
  @Column(name = "CLAIM_HASH")
  public String claimHash;

  /** SHA-256 of identifier and pairing code; null where none is asked. */
  @Column(name = "PAIRING_HASH")
  public String pairingHash;

  @Column(name = "PAIRING_TRIES_LEFT")
  public int pairingTriesLeft;

  @Column(name = "CREATED_AT")
  public long createdAt;

  @Column(name = "EXPIRES_AT")
  public long expiresAt;

  /** The device whose certificate is renewed; null for a new device. */
  @Column(name = "RENEWS")
  public String renews;

  @Column(name = "PLATFORM")
  public String platform;

  /** Null until a certificate was issued. */
  @Column(name = "DEVICE_ID")
  public String deviceId;

  /**
   * Half of the sealed pass phrase of a file that the server has made, see {@link PassPhrases};
   * null before, and once it was told.
   */
  @Column(name = "PASS_PHRASE_KEY")
  public String passPhraseKey;

  /** Whether it waits for a browser or for a certificate request. */
  public boolean isOpen() {
    return state.isOpen();
  }
}
