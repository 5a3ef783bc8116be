package org.sekisho.loginhistory.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.historyseal.UuidV7;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.LoginRecordEntity;
import org.sekisho.loginhistory.record.RecordKind;
import org.sekisho.loginhistory.record.RecordWriter;

/** Reads the history of one tenant, the newest records first. */
public final class HistoryQuery {

  private final EntityManager entities;
  private final String realmId;

  public HistoryQuery(KeycloakSession session, RealmModel realm) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realmId = realm.getId();
  }

  /** A page of records. */
  public List<LoginRecord> find(HistoryFilter filter) {
    if (filter.kinds().isEmpty()) {
      return page(filter, null);
    }
    // One kind at a time: each is a walk along an index, and there are few kinds.
    return filter.kinds().stream()
        .flatMap(kind -> page(filter, kind).stream())
        .sorted(Comparator.comparing(LoginRecord::id).reversed())
        .limit(filter.max())
        .toList();
  }

  /** The newest record of one of the kinds; empty where there is none. */
  public Optional<LoginRecord> newest(String userKey, String before, RecordKind... kinds) {
    return Stream.of(kinds)
        .flatMap(kind -> page(ofUser(userKey, before), kind).stream())
        .max(Comparator.comparing(LoginRecord::id));
  }

  /** The record of a sign-in, by the session that it began. */
  public Optional<LoginRecord> signInOf(String userKey, String sessionId) {
    return entities
        .createQuery(
            "select r from LoginRecordEntity r where r.realmId = :realm and r.userKey = :user"
                + " and r.kind = :kind and r.sessionId = :session order by r.id desc",
            LoginRecordEntity.class)
        .setParameter("realm", realmId)
        .setParameter("user", userKey)
        .setParameter("kind", RecordKind.SIGN_IN)
        .setParameter("session", sessionId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(LoginRecordEntity::toRecord);
  }

  /** The refusal with a reference number. */
  public Optional<LoginRecord> byReference(String reference) {
    return entities
        .createQuery(
            "select r from LoginRecordEntity r where r.reference = :reference"
                + " and r.realmId = :realm",
            LoginRecordEntity.class)
        .setParameter("reference", reference)
        .setParameter("realm", realmId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(LoginRecordEntity::toRecord);
  }

  /**
   * Goes through what let users in, the newest first.
   *
   * @param from the earliest time, in milliseconds since the epoch
   * @param most how many at most
   */
  public void signIns(long from, int most, Consumer<LoginRecord> each) {
    entities
        .createQuery(
            "select r from LoginRecordEntity r where r.realmId = :realm and r.kind in :kinds"
                + " and r.id >= :oldest and r.at >= :from order by r.id desc",
            LoginRecordEntity.class)
        .setParameter("realm", realmId)
        .setParameter("kinds", List.of(RecordKind.SIGN_IN, RecordKind.APPLICATION_ENTRY))
        .setParameter("oldest", UuidV7.lowestAt(from))
        .setParameter("from", from)
        .setMaxResults(most)
        .getResultStream()
        .forEach(
            row -> {
              each.accept(row.toRecord());
              entities.detach(row);
            });
  }

  private static HistoryFilter ofUser(String userKey, String before) {
    return new HistoryFilter(
        userKey, java.util.Set.of(), null, null, null, null, null, null, before, 1);
  }

  private List<LoginRecord> page(HistoryFilter filter, RecordKind kind) {
    List<String> conditions = new ArrayList<>(List.of("r.realmId = :realm", "r.leaf is null"));
    Map<String, Object> values = new HashMap<>(Map.of("realm", realmId));
    and(conditions, values, "r.userKey = :user", "user", filter.userKey());
    and(conditions, values, "r.kind = :kind", "kind", kind);
    and(conditions, values, "r.id < :before", "before", filter.before());
    and(conditions, values, "r.at < :to", "to", filter.to());
    and(conditions, values, "r.application = :application", "application", filter.application());
    and(conditions, values, "r.reference = :reference", "reference", filter.reference());
    if (filter.from() != null) {
      and(conditions, values, "r.at >= :from", "from", filter.from());
      // Nothing is recorded before it happens, so the index can stop here.
      and(conditions, values, "r.id >= :oldest", "oldest", UuidV7.lowestAt(filter.from()));
    }
    if (filter.factor() != null) {
      and(
          conditions,
          values,
          "(r.failedFactor = :factor or concat(',', r.factors, ',') like :factors)",
          "factor",
          filter.factor());
      values.put("factors", "%," + filter.factor() + ",%");
    }
    if (filter.network() != null) {
      and(
          conditions,
          values,
          "r.addressKey between :low and :high",
          "low",
          RecordWriter.addressKey(filter.network().first()));
      values.put("high", RecordWriter.addressKey(filter.network().last()));
    }
    TypedQuery<LoginRecordEntity> query =
        entities.createQuery(
            "select r from LoginRecordEntity r where "
                + String.join(" and ", conditions)
                + " order by r.id desc",
            LoginRecordEntity.class);
    values.forEach(query::setParameter);
    return query
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .setMaxResults(filter.max())
        .getResultStream()
        .map(LoginRecordEntity::toRecord)
        .toList();
  }

  private static void and(
      List<String> conditions,
      Map<String, Object> values,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }
}
