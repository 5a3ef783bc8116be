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
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
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

  /** A key enrolled now would be a factor that the sign-in does not ask for. */
  private static final List<String> UNSUPPORTED_ENROLMENTS =
      List.of("webauthn-register", "webauthn-register-passwordless");

  private static final String PASSWORD_EXPIRY_NOTICE = "sekisho-password-expiry-notice";

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
    announcePasswordExpiry(realm);
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
    UNSUPPORTED_ENROLMENTS.forEach(alias -> disableAction(realm, alias));
    // Nobody may change the own profile, so a check of it at each sign-in could only get stuck.
    disableAction(realm, UserModel.RequiredAction.VERIFY_PROFILE.name());
  }

  /**
   * The portal is the application that Keycloak registers for its account pages. It asks for none
   * of the optional scopes; that of offline tokens would outlive each session.
   */
  private static void narrowPortal(RealmModel realm) {
    ClientModel portal = realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
    portal.getClientScopes(false).values().forEach(portal::removeClientScope);
  }

  private static void disableAction(RealmModel realm, String alias) {
    RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
    action.setEnabled(false);
    realm.updateRequiredActionProvider(action);
  }

  /** Keycloak runs only those required actions that the realm lists. */
  private static void announcePasswordExpiry(RealmModel realm) {
    RequiredActionProviderModel notice = new RequiredActionProviderModel();
    notice.setAlias(PASSWORD_EXPIRY_NOTICE);
    notice.setProviderId(PASSWORD_EXPIRY_NOTICE);
    notice.setName("Sekisho password expiry notice");
    notice.setEnabled(true);
    notice.setPriority(5);
    realm.addRequiredActionProvider(notice);
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
