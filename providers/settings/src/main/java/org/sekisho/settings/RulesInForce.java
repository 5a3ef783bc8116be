package org.sekisho.settings;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Problem;
import org.sekisho.loginpolicy.decision.AccessRules;
import org.sekisho.loginpolicy.rules.AccessRulesStore;
import org.sekisho.loginpolicy.rules.RulesPointer;

/**
 * The rules of a tenant with their version.
 *
 * @param confirmBy in milliseconds since the epoch; null where they are confirmed
 */
record RulesInForce(AccessRules rules, Version version, Long confirmBy) {

  static RulesInForce of(KeycloakSession session, RealmModel tenant, long now) {
    Optional<AccessRules> rules = new AccessRulesStore(session).effective(tenant, now);
    Optional<RulesPointer> pointer = AccessRulesStore.pointer(tenant);
    if (rules.isEmpty() || pointer.isEmpty()) {
      throw Problem.of(
              "rules-unreadable",
              409,
              "The rules cannot be read",
              "Nobody gets into the tenant. An operator can restore the last confirmed rules.")
          .toException();
    }
    return new RulesInForce(
        rules.get(),
        new Version(pointer.get().at(now)),
        pointer.get().isPending(now) ? pointer.get().confirmBy() : null);
  }
}
