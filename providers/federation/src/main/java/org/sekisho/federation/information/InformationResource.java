package org.sekisho.federation.information;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.sekisho.core.AdminCaller;
import org.sekisho.core.Problem;

/**
 * The federation information for ID administrators of the tenant, and for operators in a support
 * session on it that gives the right {@code view-realm}.
 */
@Produces(MediaType.APPLICATION_JSON)
public final class InformationResource {

  private final KeycloakSession session;
  private final RealmModel tenant;
  private final AdminAuth auth;

  InformationResource(KeycloakSession session, RealmModel tenant, AdminAuth auth) {
    this.session = session;
    this.tenant = tenant;
    this.auth = auth;
  }

  @GET
  public FederationInformation read() {
    AdminCaller caller = new AdminCaller(tenant, auth);
    if (!isIdAdministrator(caller) && !caller.isInSupportSession(AdminRoles.VIEW_REALM)) {
      throw Problem.of(
              "not-allowed",
              403,
              "Forbidden",
              "The information is for ID administrators, and for operators in a support session"
                  + " with the right view-realm.")
          .toException();
    }
    return new InformationReader(session, tenant).read();
  }

  private boolean isIdAdministrator(AdminCaller caller) {
    return caller.isIdAdministrator() && InformationReaders.isManagedByTenant(tenant);
  }
}
