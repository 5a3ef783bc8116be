package org.sekisho.loginhistory.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.sekisho.historyseal.SealedRecord;

/** A row of the history as it is read. {@link RecordWriter} writes it, nothing changes it. */
@Entity
@Immutable
@Table(name = "SEKISHO_LOGIN_RECORD")
public class LoginRecordEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "HAPPENED_AT")
  long at;

  @Enumerated(EnumType.STRING)
  @Column(name = "KIND")
  RecordKind kind;

  @Column(name = "USER_KEY")
  String userKey;

  @Column(name = "USER_NAME")
  String userName;

  @Column(name = "ADDRESS")
  String address;

  /** 32 hexadecimal digits; IPv4 in its mapped form, so that ranges of addresses are ranges. */
  @Column(name = "ADDRESS_KEY")
  String addressKey;

  @Column(name = "BROWSER")
  String browser;

  @Column(name = "BROWSER_VERSION")
  String browserVersion;

  @Column(name = "OS")
  String os;

  @Column(name = "OS_VERSION")
  String osVersion;

  @Column(name = "MOBILE")
  boolean mobile;

  @Column(name = "APPLICATION")
  String application;

  @Column(name = "PROTOCOL")
  String protocol;

  @Column(name = "FACTORS")
  String factors;

  @Column(name = "FAILED_FACTOR")
  String failedFactor;

  @Column(name = "REASON")
  String reason;

  @Column(name = "REFERENCE")
  String reference;

  @Column(name = "RULE_NAME")
  String rule;

  @Column(name = "ZONE")
  String zone;

  @Column(name = "SESSION_ID")
  String sessionId;

  @Column(name = "CERTIFICATE")
  String certificate;

  /** For the seal; null where the personal fields were erased. */
  @Column(name = "SALT")
  String salt;

  /** For the seal of a record whose personal fields were erased; null for all others. */
  @Column(name = "COMMITMENT")
  String commitment;

  /** For the seal of a record of which nothing else is kept; null for all others. */
  @Column(name = "LEAF")
  String leaf;

  /** For the persistence provider. */
  protected LoginRecordEntity() {}

  public LoginRecord toRecord() {
    return new LoginRecord(
        id,
        realmId,
        at,
        kind,
        userKey,
        userName,
        address,
        new Device(browser, browserVersion, os, osVersion, mobile),
        application,
        protocol,
        factors,
        failedFactor,
        reason,
        reference,
        rule,
        zone,
        sessionId,
        certificate);
  }

  /** The record as a seal sees it. */
  public SealedRecord toSealed() {
    boolean deleted = leaf != null;
    return new SealedRecord(
        id,
        realmId,
        deleted ? null : at,
        deleted ? null : kind.name(),
        userKey,
        userName,
        address,
        browser,
        browserVersion,
        os,
        osVersion,
        deleted ? null : mobile,
        application,
        protocol,
        factors,
        failedFactor,
        reason,
        reference,
        rule,
        zone,
        sessionId,
        certificate,
        salt,
        commitment,
        leaf);
  }
}
