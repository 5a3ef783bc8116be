package org.sekisho.tenant.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.Plans;
import org.sekisho.tenant.register.TenantEntity;

/** Tenants as the answers tell them. */
final class TenantAnswers {

  private static final String APPLICATION = "sekisho.application";

  private TenantAnswers() {}

  /** A line of the list. */
  record Summary(
      String id,
      String displayName,
      String plan,
      String state,
      List<String> domains,
      String openedAt,
      String removeAt) {

    static Summary of(TenantEntity tenant, Map<String, List<String>> domains) {
      return new Summary(
          tenant.name(),
          tenant.displayName(),
          tenant.plan(),
          tenant.state().value(),
          domains.getOrDefault(tenant.realmId(), List.of()),
          instant(tenant.openedAt()),
          instant(tenant.removeAt()));
    }
  }

  /**
   * A page of the list.
   *
   * @param next what to give as {@code after} for the next page; null on the last one
   */
  record Page(List<Summary> tenants, String next) {}

  /** IDs in use and granted; no limit where {@code allowed} is null. */
  record Ids(long used, Integer allowed) {}

  /** An application; the secret is told only once, when the tenant is opened. */
  record Application(String application, String clientId, String secret) {

    private static Application of(ClientModel client) {
      boolean openId = OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
      return new Application(
          client.getAttribute(APPLICATION),
          client.getClientId(),
          openId ? client.getSecret() : null);
    }

    Application withoutSecret() {
      return new Application(application, clientId, null);
    }
  }

  /** All about one tenant. */
  record Details(
      String id,
      String displayName,
      String plan,
      String state,
      String openedAt,
      String removeAt,
      Ids ids,
      List<String> domains,
      List<String> options,
      List<Application> applications) {

    static Details of(RealmModel realm, TenantEntity row, long idsUsed) {
      Tenant tenant = Tenant.of(realm).orElseThrow();
      return new Details(
          realm.getName(),
          row.displayName(),
          tenant.plan(),
          row.state().value(),
          instant(row.openedAt()),
          instant(row.removeAt()),
          new Ids(idsUsed, Plans.get(tenant.plan()).users().max()),
          tenant.domains().stream().map(domain -> domain.value()).sorted().toList(),
          tenant.options().stream().sorted().toList(),
          realm
              .getClientsStream()
              .filter(client -> client.getAttribute(APPLICATION) != null)
              .map(Application::of)
              .toList());
    }

    Details withoutSecrets() {
      return new Details(
          id,
          displayName,
          plan,
          state,
          openedAt,
          removeAt,
          ids,
          domains,
          options,
          applications.stream().map(Application::withoutSecret).toList());
    }
  }

  /** RFC 3339, in UTC. */
  private static String instant(Long milliseconds) {
    return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds).toString();
  }
}
