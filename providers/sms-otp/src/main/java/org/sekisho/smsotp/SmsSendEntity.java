package org.sekisho.smsotp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A message that was asked for, sent or not: what the limits count. */
@Entity
@Table(name = "SEKISHO_SMS_SEND")
public class SmsSendEntity {

  @Id
  @Column(name = "ID", length = 36)
  String id;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  String realmId;

  @Column(name = "USER_ID", length = 255, nullable = false)
  String userId;

  @Column(name = "NUMBER_FINGERPRINT", length = 64, nullable = false)
  String numberFingerprint;

  @Column(name = "CLIENT_ADDRESS", length = 64, nullable = false)
  String clientAddress;

  @Column(name = "REGISTERING", nullable = false)
  boolean registering;

  /** Seconds since the epoch. */
  @Column(name = "SENT_AT", nullable = false)
  long sentAt;

  /** The provider's identifier; null until the provider has accepted the message. */
  @Column(name = "MESSAGE_ID", length = 64)
  String messageId;

  /**
   * What the provider last reported, such as {@code delivered}; {@code failed} where it refused.
   */
  @Column(name = "STATUS", length = 20)
  String status;
}
