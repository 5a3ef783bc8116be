package org.sekisho.devicecertificate.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;
import org.keycloak.common.util.Time;
import org.sekisho.certauthority.Generation;
import org.sekisho.certauthority.keystore.StoredKey;

/** A key of an issuing CA that is to be destroyed, where its row is gone. */
@Entity
@Table(name = "SEKISHO_FORGOTTEN_KEY")
public class ForgottenKeyEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "TENANT")
  String tenant;

  @Column(name = "GENERATION")
  int generation;

  @Column(name = "KEY_SCHEME")
  String keyScheme;

  @Column(name = "KEY_MATERIAL")
  String keyMaterial;

  @Column(name = "PUBLIC_KEY")
  String publicKey;

  /** Milliseconds since the epoch. */
  @Column(name = "SINCE")
  long since;

  /** For the persistence provider. */
  protected ForgottenKeyEntity() {}

  ForgottenKeyEntity(AuthorityEntity authority) {
    id = authority.id;
    tenant = authority.tenant;
    generation = authority.generation;
    keyScheme = authority.keyScheme;
    keyMaterial = authority.keyMaterial;
    publicKey = authority.publicKey;
    since = Time.currentTimeMillis();
  }

  Generation generation() {
    return new Generation(tenant, generation);
  }

  StoredKey key() {
    Base64.Decoder base64 = Base64.getDecoder();
    return new StoredKey(keyScheme, base64.decode(keyMaterial), base64.decode(publicKey));
  }
}
