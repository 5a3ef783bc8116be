package org.sekisho.loginpolicy.rules;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.decision.AccessRulesJson;
import org.sekisho.loginpolicy.rules.AccessRulesEntity.State;

/**
 * Changes the rules of a tenant inside the caller's transaction. The caller holds the tenant's row
 * lock, so that two administrators do not cross.
 */
public final class AccessChanges {

  /** Stands for the clock where a person is named otherwise. */
  public static final String TIME = "time";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final long now;

  /**
   * Changes rules at a time.
   *
   * @param now in milliseconds since the epoch
   */
  public AccessChanges(KeycloakSession session, RealmModel realm, long now) {
    this.session = session;
    this.realm = realm;
    this.now = now;
  }

  /**
   * Puts rules in force until a time; they stay where somebody confirms them before.
   *
   * @param confirmBy in milliseconds since the epoch
   */
  public AccessRulesEntity propose(AccessRules rules, Author author, long confirmBy) {
    RulesPointer before = pointer();
    settleOverdue(before);
    row(before.isPending(now) ? before.id() : null)
        .ifPresent(pending -> pending.decide(State.REPLACED, author.name(), now));
    AccessRulesEntity row = add(rules, author);
    write(new RulesPointer(row.id(), confirmBy, before.confirmedId()));
    return row;
  }

  /** Puts rules in force for good, as an operator does who helps a tenant out. */
  public AccessRulesEntity impose(AccessRules rules, Author author) {
    RulesPointer before = pointer();
    settleOverdue(before);
    row(before.isPending(now) ? before.id() : null)
        .ifPresent(pending -> pending.decide(State.REPLACED, author.name(), now));
    AccessRulesEntity row = add(rules, author);
    row.decide(State.CONFIRMED, author.name(), now);
    write(RulesPointer.confirmed(row.id()));
    return row;
  }

  private AccessRulesEntity add(AccessRules rules, Author author) {
    AccessRulesEntity row =
        new AccessRulesEntity(
            KeycloakModelUtils.generateId(),
            realm.getId(),
            AccessRulesJson.write(rules),
            author,
            now);
    entities().persist(row);
    return row;
  }

  /** Keeps the pending change. Empty where none is pending. */
  public Optional<AccessRulesEntity> confirm(String by) {
    RulesPointer pointer = pointer();
    Optional<AccessRulesEntity> pending = row(pointer.isPending(now) ? pointer.id() : null);
    pending.ifPresent(
        row -> {
          row.decide(State.CONFIRMED, by, now);
          write(RulesPointer.confirmed(row.id()));
        });
    return pending;
  }

  /** Takes the pending change back, or records that time has done it. Empty where there is none. */
  public Optional<AccessRulesEntity> revert(String by) {
    RulesPointer pointer = pointer();
    Optional<AccessRulesEntity> pending = row(pointer.confirmBy() == null ? null : pointer.id());
    pending.ifPresent(
        row -> {
          row.decide(State.REVERTED, pointer.isOverdue(now) ? TIME : by, now);
          write(RulesPointer.confirmed(pointer.base()));
        });
    return pending;
  }

  /**
   * Goes back to the provider's baseline for good, as a plan with locked rules wants it. Whatever
   * waits for a confirmation waits no more.
   */
  public void returnToBaseline(String by) {
    settleOverdue(pointer());
    waiting().forEach(row -> row.decide(State.REPLACED, by, now));
    write(RulesPointer.confirmed(RulesPointer.BASELINE));
  }

  /**
   * Records what time has done: the end of a change that nobody confirmed, and of rows that wait
   * though nothing points at them any more.
   *
   * @return the change that has ended; empty where none has
   */
  public Optional<AccessRulesEntity> settle() {
    Optional<AccessRulesEntity> ended = pointer().isOverdue(now) ? revert(TIME) : Optional.empty();
    String present = pointer().id();
    waiting().stream()
        .filter(row -> !row.id().equals(present))
        .forEach(row -> row.decide(State.REPLACED, TIME, now));
    return ended;
  }

  private List<AccessRulesEntity> waiting() {
    return entities()
        .createQuery(
            "select r from AccessRulesEntity r where r.realmId = :realm and r.state = 'PENDING'",
            AccessRulesEntity.class)
        .setParameter("realm", realm.getId())
        .getResultList();
  }

  private void settleOverdue(RulesPointer pointer) {
    if (pointer.isOverdue(now)) {
      row(pointer.id()).ifPresent(row -> row.decide(State.REVERTED, TIME, now));
    }
  }

  private Optional<AccessRulesEntity> row(String id) {
    return id == null ? Optional.empty() : new AccessRulesStore(session).find(realm, id);
  }

  /** Where the pointer is broken nobody gets in; an operator's repair begins at the baseline. */
  private RulesPointer pointer() {
    return AccessRulesStore.pointer(realm).orElse(RulesPointer.confirmed(RulesPointer.BASELINE));
  }

  private void write(RulesPointer pointer) {
    realm.setAttribute(RulesPointer.ATTRIBUTE, pointer.toString());
  }

  private EntityManager entities() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
