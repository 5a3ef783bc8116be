package org.sekisho.tenant.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.DomainName;
import org.sekisho.tenant.lifecycle.TenantDomains;
import org.sekisho.tenant.plan.DomainKind;

/** The domains of a tenant and its proofs, as the answers and the records tell them. */
final class DomainAnswers {

  /** The TXT record to publish. */
  record TxtRecord(String name, String value) {}

  /**
   * A domain.
   *
   * @param owned whether it is the tenant's
   * @param proof none, open, expired, proven or proof-lost
   * @param record null where there is no proof
   * @param expiresAt until when an open proof can be completed; else null
   * @param checkedAt when the record was looked for; null where it never was
   * @param users how many user IDs are in it
   */
  record Entry(
      String domain,
      DomainKind kind,
      boolean owned,
      String proof,
      TxtRecord record,
      String expiresAt,
      String checkedAt,
      long users) {}

  /** All of them, in the order of their names. */
  record Domains(List<Entry> domains) {}

  private final KeycloakSession session;
  private final RealmModel realm;
  private final OwnDomainRules rules;

  DomainAnswers(KeycloakSession session, RealmModel realm, OwnDomainRules rules) {
    this.session = session;
    this.realm = realm;
    this.rules = rules;
  }

  Domains all() {
    TenantDomains domains = new TenantDomains(session);
    Set<DomainName> owned = domains.current(realm);
    Map<String, Long> users = domains.usersByDomain(realm);
    Map<String, DomainProofEntity> proofs =
        new DomainProofs(session)
            .ofTenant(realm.getId()).stream()
                .collect(
                    Collectors.toMap(
                        proof -> proof.domain, Function.identity(), (a, b) -> a, TreeMap::new));
    Set<String> names = new TreeSet<>(proofs.keySet());
    owned.forEach(domain -> names.add(domain.value()));
    return new Domains(
        names.stream()
            .map(DomainName::new)
            .map(
                domain ->
                    entry(
                        domain,
                        owned.contains(domain),
                        proofs.get(domain.value()),
                        users.getOrDefault(domain.value(), 0L)))
            .toList());
  }

  /** One domain as it is now. */
  Entry one(DomainName domain) {
    TenantDomains domains = new TenantDomains(session);
    return entry(
        domain,
        domains.current(realm).contains(domain),
        new DomainProofs(session).find(realm.getId(), domain).orElse(null),
        domains.usersIn(realm, domain));
  }

  private Entry entry(DomainName domain, boolean owned, DomainProofEntity proof, long users) {
    DomainKind kind = rules.kindOf(domain);
    if (proof == null) {
      return new Entry(domain.value(), kind, owned, ProofState.NONE, null, null, null, users);
    }
    ProofRecord record = proof.record();
    boolean expired = proof.isExpired(Time.currentTimeMillis());
    return new Entry(
        domain.value(),
        kind,
        owned,
        expired ? ProofState.EXPIRED : proof.state.value(),
        new TxtRecord(record.name(), record.value()),
        proof.state == ProofState.OPEN ? instant(proof.expiresAt) : null,
        instant(proof.checkedAt),
        users);
  }

  private static String instant(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis).toString();
  }
}
