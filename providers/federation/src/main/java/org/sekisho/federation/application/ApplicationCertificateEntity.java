package org.sekisho.federation.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * That a certificate or the metadata of an application ends, so that those that end soon are found
 * without looking through all tenants. What the certificate is stands in the application.
 */
@Entity
@Table(name = "SEKISHO_APPLICATION_CERT")
public class ApplicationCertificateEntity {

  @Id
  @Column(name = "ID")
  public String id;

  @Column(name = "REALM_ID")
  public String realmId;

  /** Keycloak's identifier of the client. */
  @Column(name = "CLIENT_UUID")
  public String clientUuid;

  /** SHA-256, hexadecimal with colons; for the metadata {@code metadata:} and its end. */
  @Column(name = "FINGERPRINT")
  public String fingerprint;

  /** Milliseconds since the epoch. */
  @Column(name = "EXPIRES_AT")
  public long expiresAt;

  /** The days of the last mail about it: 30, 14 or 3; null before the first. */
  @Column(name = "EXPIRY_MAIL")
  public Integer expiryMail;
}
