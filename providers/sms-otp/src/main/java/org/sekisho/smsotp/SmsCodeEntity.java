package org.sekisho.smsotp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A code that was sent, without the code. Times are seconds since the epoch. */
@Entity
@Table(name = "SEKISHO_SMS_CODE")
public class SmsCodeEntity {

  @Id
  @Column(name = "ID", length = 36)
  String id;

  @Column(name = "REALM_ID", length = 36, nullable = false)
  String realmId;

  @Column(name = "USER_ID", length = 255, nullable = false)
  String userId;

  @Column(name = "NUMBER_FINGERPRINT", length = 64, nullable = false)
  String numberFingerprint;

  @Column(name = "CODE_HASH", length = 64, nullable = false)
  String codeHash;

  @Column(name = "TRIES", nullable = false)
  int tries;

  @Column(name = "EXPIRES_AT", nullable = false)
  long expiresAt;

  @Column(name = "USED_AT")
  Long usedAt;
}
