package org.sekisho.tenant.operator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;
import org.sekisho.core.TenantSection;
import org.sekisho.tenant.domain.DomainSettingsResource;
import org.sekisho.tenant.support.SupportSessions;

/** What a tenant's ID administrators see, below {@code /admin/realms/<tenant>/sekisho}. */
public final class TenantSideResource {

  private final KeycloakSession session;
  private final RealmModel tenant;
  private final AdminAuth auth;
  private final OperatorSettings settings;

  TenantSideResource(
      KeycloakSession session, RealmModel tenant, AdminAuth auth, OperatorSettings settings) {
    this.session = session;
    this.tenant = tenant;
    this.auth = auth;
    this.settings = settings;
  }

  /** Who of the provider looked into the tenant, when and why. */
  @GET
  @Path("support-sessions")
  @Produces(MediaType.APPLICATION_JSON)
  public SupportAnswers.Sessions supportSessions() {
    requireIdAdministrator();
    return SupportAnswers.Sessions.of(
        new SupportSessions(session).ofTenant(tenant.getId()), Time.currentTimeMillis());
  }

  /** The tenant's security settings, which have a module of their own. */
  @Path("settings")
  public Object settings() {
    return section("settings");
  }

  /** The tenant's login history, which has a module of its own. */
  @Path("login-history")
  public Object loginHistory() {
    return section("login-history");
  }

  /** The tenant's devices, which have a module of their own. */
  @Path("devices")
  public Object devices() {
    return section("devices");
  }

  /** The tenant's applications, which have a module of their own. */
  @Path("applications")
  public Object applications() {
    return section("applications");
  }

  /** What the other sides of federations ask for. */
  @Path("federation-information")
  public Object federationInformation() {
    return section("federation-information");
  }

  /** The tenant's domains at Microsoft 365, which have a module of their own. */
  @Path("microsoft365")
  public Object microsoft365() {
    return section("microsoft365");
  }

  @Path("settings/domains")
  public DomainSettingsResource domains() {
    requireIdAdministrator();
    return new DomainSettingsResource(session, tenant, auth, settings.rules());
  }

  private Object section(String id) {
    TenantSection section = session.getProvider(TenantSection.class, id);
    if (section == null) {
      throw new NotFoundException();
    }
    return section.resource(tenant, auth);
  }

  private void requireIdAdministrator() {
    if (!new AdminCaller(tenant, auth).isIdAdministrator()) {
      throw Problem.of("not-allowed", 403, "Forbidden", "Only ID administrators may do this.")
          .toException();
    }
  }
}
