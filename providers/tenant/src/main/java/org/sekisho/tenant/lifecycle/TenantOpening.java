package org.sekisho.tenant.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.managers.RealmManager;
import org.sekisho.core.Tenant;
import org.sekisho.tenant.plan.RealmConfig;
import org.sekisho.tenant.register.TenantRegister;
import org.sekisho.tenant.user.IdAdministrators;

/**
 * Opens a tenant inside the caller's transaction: everything or nothing. The realm is made by
 * Keycloak's own import from the template of {@code realm-config}.
 */
public final class TenantOpening {

  /** The page after sign-in belongs to every tenant, whatever its plan. */
  private static final String MAIN_MENU = "main-menu";

  /** Keycloak's administration is closed: it goes around what a plan grants. */
  private static final List<String> CLOSED_CONSOLES =
      List.of(Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID);

  private final KeycloakSession session;
  private final RealmConfig config;
  private final ApplicationAddresses addresses;

  public TenantOpening(
      KeycloakSession session, RealmConfig config, ApplicationAddresses addresses) {
    this.session = session;
    this.config = config;
    this.addresses = addresses;
  }

  public RealmModel open(NewTenant tenant) {
    RealmRepresentation template =
        config.realmTemplate(placeholders(tenant), RealmRepresentation.class);
    template.setAttributes(attributes(tenant, template.getAttributes()));
    template.setClients(applications(tenant));
    RealmModel realm = new RealmManager(session).importRealm(template);
    closeSideEntrances(realm);
    narrowPortal(realm);
    IdAdministrators.adapt(realm, tenant.plan());
    MasterAdminRole.release(session, realm);
    new TenantRegister(session)
        .enter(realm, tenant.plan().id(), tenant.domains(), Time.currentTimeMillis());
    return realm;
  }

  private static void closeSideEntrances(RealmModel realm) {
    for (String console : CLOSED_CONSOLES) {
      realm.getClientByClientId(console).setEnabled(false);
    }
    realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID).setStandardFlowEnabled(false);
  }

  /**
   * The portal is the application that Keycloak registers for its account pages. It asks for none
   * of the optional scopes; that of offline tokens would outlive each session.
   */
  private static void narrowPortal(RealmModel realm) {
    ClientModel portal = realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
    portal.getClientScopes(false).values().forEach(portal::removeClientScope);
  }

  private List<ClientRepresentation> applications(NewTenant tenant) {
    List<String> ids = new ArrayList<>(tenant.plan().applications());
    ids.add(MAIN_MENU);
    return ids.stream().map(id -> application(id, tenant)).collect(Collectors.toList());
  }

  private ClientRepresentation application(String id, NewTenant tenant) {
    ClientRepresentation client =
        config.application(id, placeholders(tenant), ClientRepresentation.class);
    if (Boolean.FALSE.equals(client.isPublicClient())) {
      client.setSecret(SecretGenerator.getInstance().randomString());
    }
    return client;
  }

  private Map<String, String> placeholders(NewTenant tenant) {
    Map<String, String> values = new HashMap<>(addresses.asPlaceholders());
    values.put("tenant", tenant.id());
    values.put("displayName", tenant.displayName());
    return values;
  }

  private static Map<String, String> attributes(NewTenant tenant, Map<String, String> template) {
    Map<String, String> attributes = new HashMap<>(template);
    attributes.put(Tenant.PLAN_ATTRIBUTE, tenant.plan().id());
    attributes.put(Tenant.DOMAINS_ATTRIBUTE, TenantDomains.joined(tenant.domains()));
    attributes.put(Tenant.OPTIONS_ATTRIBUTE, String.join(",", tenant.options()));
    return attributes;
  }
}
