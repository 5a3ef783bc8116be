package org.sekisho.tenant.operator;

import java.time.Duration;
import org.keycloak.Config;
import org.sekisho.core.DomainName;
import org.sekisho.tenant.lifecycle.ApplicationAddresses;
import org.sekisho.tenant.lifecycle.TenantRules;
import org.sekisho.tenant.plan.RealmConfig;

/**
 * Server configuration {@code spi-admin-realm-restapi-extension--sekisho--*}.
 *
 * @param closingGrace how long a closed tenant can be restored: 1 to 365 days, default 30
 * @param removalInterval how often closed tenants are looked for: 1 second to 1 day, default 10
 *     minutes
 * @param recheckInterval how often proven domains are looked for that are due for their daily
 *     check: 1 second to 1 day, default 10 minutes
 * @param startUpRoles how many strangers' roles one start takes out of the master realm's admin
 *     role: 1 to 10,000, default 1,000
 */
record OperatorSettings(
    RealmConfig config,
    TenantRules rules,
    ApplicationAddresses addresses,
    Duration closingGrace,
    Duration removalInterval,
    Duration recheckInterval,
    int startUpRoles) {

  private static final int DAY = 86_400;

  static OperatorSettings of(Config.Scope scope) {
    RealmConfig config = new RealmConfig();
    return new OperatorSettings(
        config,
        new TenantRules(config, providerDomain(scope)),
        ApplicationAddresses.of(scope),
        Duration.ofDays(number(scope, "closing-grace-days", 30, 365)),
        Duration.ofSeconds(number(scope, "removal-interval-seconds", 600, DAY)),
        Duration.ofSeconds(number(scope, "domain-recheck-interval-seconds", 600, DAY)),
        number(scope, "start-up-roles", 1_000, 10_000));
  }

  private static DomainName providerDomain(Config.Scope scope) {
    String domain = scope.get("provider-domain", "insurance-agt.ne.jp");
    return DomainName.parse(domain)
        .orElseThrow(() -> new IllegalArgumentException("provider-domain: " + domain));
  }

  private static int number(Config.Scope scope, String name, int normal, int most) {
    int value = scope.getInt(name, normal);
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be 1 to " + most + ", is " + value);
    }
    return value;
  }
}
