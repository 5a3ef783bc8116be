package org.sekisho.loginhistory.seal;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.historyseal.MerkleTree;
import org.sekisho.historyseal.Seal;
import org.sekisho.historyseal.UuidV7;
import org.sekisho.loginhistory.record.LoginRecordEntity;

/** Seals one period of one tenant. */
final class Sealing {

  private static final String TYPE = "sekisho-history-seal+jws";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final long period;
  private final EntityManager entities;

  Sealing(KeycloakSession session, RealmModel realm, Duration period) {
    this.session = session;
    this.realm = realm;
    this.period = period.toMillis();
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /**
   * Seals the next period that has records, where all of it lies before a time.
   *
   * @param before in milliseconds since the epoch
   * @return whether there may be another
   */
  boolean sealNext(long before) {
    Optional<SealEntity> previous = previous();
    long from = previous.map(seal -> seal.to).orElse(0L);
    Optional<Long> first = firstRecordFrom(from);
    if (first.isEmpty()) {
      return false;
    }
    // Each seal covers the records of one period, so that they leave together in time.
    long to = first.get() - Math.floorMod(first.get(), period) + period;
    if (to > before) {
      return false;
    }
    seal(previous, from, to);
    return true;
  }

  private Optional<SealEntity> previous() {
    return entities
        .createQuery(
            "select s from SealEntity s where s.realmId = :realm order by s.number desc",
            SealEntity.class)
        .setParameter("realm", realm.getId())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private Optional<Long> firstRecordFrom(long from) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    "select min(r.id) from LoginRecordEntity r where r.realmId = :realm"
                        + " and r.id >= :from",
                    String.class)
                .setParameter("realm", realm.getId())
                .setParameter("from", UuidV7.lowestAt(from))
                .getSingleResult())
        .map(UuidV7::timeOf);
  }

  private void seal(Optional<SealEntity> previous, long from, long to) {
    MerkleTree tree = new MerkleTree();
    StringBuilder leaves = new StringBuilder();
    for (LoginRecordEntity row : records(from, to)) {
      byte[] leaf = row.toSealed().leafHash();
      tree.add(leaf);
      leaves.append(row.toSealed().id()).append(' ').append(hex(leaf)).append('\n');
    }
    long number = previous.map(seal -> seal.number + 1).orElse(1L);
    Seal seal =
        new Seal(
            Seal.FORM,
            realm.getId(),
            number,
            from,
            to,
            tree.count(),
            hex(tree.root()),
            previous.map(before -> Seal.hashOf(before.jws)).orElse(null));
    entities.persist(
        new SealEntity(realm.getId(), number, from, to, sign(seal), leaves.toString()));
    entities.flush();
  }

  private List<LoginRecordEntity> records(long from, long to) {
    return entities
        .createQuery(
            "select r from LoginRecordEntity r where r.realmId = :realm and r.id >= :from"
                + " and r.id < :to order by r.id",
            LoginRecordEntity.class)
        .setParameter("realm", realm.getId())
        .setParameter("from", UuidV7.lowestAt(from))
        .setParameter("to", UuidV7.lowestAt(to))
        .getResultList();
  }

  private String sign(Seal seal) {
    KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.RS256);
    return new JWSBuilder()
        .type(TYPE)
        .kid(key.getKid())
        .jsonContent(seal)
        .sign(session.getProvider(SignatureProvider.class, Algorithm.RS256).signer(key));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
