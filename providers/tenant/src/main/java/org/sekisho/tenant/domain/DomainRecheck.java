package org.sekisho.tenant.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.BackgroundJobs;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.register.TenantRegister;

/**
 * Looks once a day whether proven domains still have their record. A domain is never taken away
 * here: its users would be locked out by a slip at a DNS host.
 */
public final class DomainRecheck implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(DomainRecheck.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_IN_A_ROUND = 200;

  /** A round ends before its own transaction does; the next one goes on. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

  /** Whose record is looked for, and which. */
  private record Due(String realmId, ProofRecord record) {}

  private final OwnDomainRules rules;

  private DomainRecheck(OwnDomainRules rules) {
    this.rules = rules;
  }

  public static void schedule(
      KeycloakSessionFactory factory, TenantRules rules, Duration interval) {
    BackgroundJobs.scheduleWaiting(factory, interval, new DomainRecheck(new OwnDomainRules(rules)));
  }

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    DnsResolver resolver = session.getProvider(DnsResolver.class);
    long end = System.nanoTime() + LONGEST_ROUND.toNanos();
    for (Due due : KeycloakModelUtils.runJobInTransactionWithResult(factory, this::due)) {
      if (System.nanoTime() > end) {
        return;
      }
      try {
        ProofRecord.Sighting sighting = due.record().lookedUpWith(resolver);
        KeycloakModelUtils.runJobInTransaction(factory, own -> note(own, due, sighting));
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "The proof of %s was not looked at; tried again", due.record().name());
      }
    }
  }

  private List<Due> due(KeycloakSession own) {
    long now = Time.currentTimeMillis();
    DomainProofs proofs = new DomainProofs(own);
    proofs.forgetExpired(now);
    return proofs.notLookedAtSince(now - DAY.toMillis(), MOST_IN_A_ROUND).stream()
        .map(proof -> new Due(proof.realmId, proof.record()))
        .toList();
  }

  /** Under the lock: another node may have looked, the tenant may have taken the domain away. */
  private void note(KeycloakSession own, Due due, ProofRecord.Sighting sighting) {
    long now = Time.currentTimeMillis();
    RealmModel realm = own.realms().getRealm(due.realmId());
    if (realm == null || new TenantRegister(own).lock(due.realmId()).isEmpty()) {
      return;
    }
    own.getContext().setRealm(realm);
    Optional<DomainProofEntity> proof =
        new DomainProofs(own)
            .find(due.realmId(), due.record().domain())
            .filter(found -> found.record().equals(due.record()))
            .filter(found -> !found.wasLookedAtAfter(now - DAY.toMillis()));
    proof.ifPresent(found -> note(own, realm, found, sighting, now));
  }

  private void note(
      KeycloakSession own,
      RealmModel realm,
      DomainProofEntity proof,
      ProofRecord.Sighting sighting,
      long now) {
    DomainAnswers answers = new DomainAnswers(own, realm, rules);
    DomainAnswers.Entry before = answers.one(proof.record().domain());
    ProofState stood = proof.state;
    proof.checkedAt = now;
    proof.lookedAt = now;
    proof.stand(proof.standing().after(sighting));
    if (stood != proof.state) {
      new RecheckEvent(own, realm).write(proof, before, answers.one(proof.record().domain()));
      LOG.warnf("The proof of %s is %s now", proof.record().name(), proof.state.value());
    }
  }
}
