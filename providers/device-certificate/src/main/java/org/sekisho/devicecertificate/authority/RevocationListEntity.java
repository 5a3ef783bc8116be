package org.sekisho.devicecertificate.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Base64;
import java.util.Optional;

/**
 * The newest list of revoked certificates of an issuing CA (RFC 5280 §5). Apart from the CA,
 * because a list may be megabytes long and the CA is read at each question.
 */
@Entity
@Table(name = "SEKISHO_REVOCATION_LIST")
public class RevocationListEntity {

  /** That of the issuing CA. */
  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  /** DER as base64. */
  @Column(name = "CONTENT")
  String content;

  /** For the persistence provider. */
  protected RevocationListEntity() {}

  /** Puts a list in the place of the one before, which is not read. */
  static void keep(EntityManager entities, AuthorityEntity authority, byte[] list) {
    String content = Base64.getEncoder().encodeToString(list);
    int replaced =
        entities
            .createQuery("update RevocationListEntity l set l.content = :content where l.id = :id")
            .setParameter("content", content)
            .setParameter("id", authority.id)
            .executeUpdate();
    if (replaced == 0) {
      RevocationListEntity first = new RevocationListEntity();
      first.id = authority.id;
      first.realmId = authority.realmId;
      first.content = content;
      entities.persist(first);
    }
  }

  /** DER; empty before the first. */
  static Optional<byte[]> of(EntityManager entities, AuthorityEntity authority) {
    return entities
        .createQuery("select l.content from RevocationListEntity l where l.id = :id", String.class)
        .setParameter("id", authority.id)
        .getResultStream()
        .findFirst()
        .map(Base64.getDecoder()::decode);
  }
}
