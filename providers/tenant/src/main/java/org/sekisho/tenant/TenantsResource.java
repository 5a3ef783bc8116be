package org.sekisho.tenant;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;

/** Opens tenants and adds users to them, for operators. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantsResource {

  private final KeycloakSession session;
  private final RealmConfig config;
  private final TenantRules rules;
  private final ApplicationAddresses addresses;
  private final AdminEventBuilder adminEvent;

  TenantsResource(
      KeycloakSession session,
      RealmConfig config,
      TenantRules rules,
      ApplicationAddresses addresses,
      AdminEventBuilder adminEvent) {
    this.session = session;
    this.config = config;
    this.rules = rules;
    this.addresses = addresses;
    this.adminEvent = adminEvent;
  }

  @POST
  @Path("tenants")
  public Response open(OpenTenantRequest request) {
    TenantRules.Checked checked = rules.check(requireBody(request));
    if (!checked.faults().isEmpty()) {
      return Problem.of("tenant-invalid", 400, "Tenant not opened", "The request has faults.")
          .with("faults", checked.faults())
          .toResponse();
    }
    NewTenant tenant = checked.tenant().orElseThrow();
    if (session.realms().getRealmByName(tenant.id()) != null) {
      return alreadyOpen(tenant);
    }
    OpenedTenant opened;
    try {
      opened = inOwnTransaction(own -> openIn(own, tenant));
    } catch (DomainTakenException taken) {
      return Problem.of("domain-taken", 409, "Tenant not opened", taken.getMessage())
          .with("domain", taken.domain())
          .toResponse();
    } catch (ModelDuplicateException | jakarta.persistence.PersistenceException raced) {
      return alreadyOpen(tenant);
    }
    report(OperationType.CREATE, tenant.id(), opened.withoutSecrets());
    return Response.status(Response.Status.CREATED).entity(opened).build();
  }

  private OpenedTenant openIn(KeycloakSession own, NewTenant tenant) {
    RealmModel realm = new TenantOpening(own, config, addresses).open(tenant);
    return OpenedTenant.of(realm);
  }

  private static Response alreadyOpen(NewTenant tenant) {
    return Problem.of(
            "tenant-exists", 409, "Tenant not opened", "A tenant or one of its domains exists.")
        .with("tenant", tenant.id())
        .toResponse();
  }

  @GET
  @Path("tenants/{tenant}")
  public OpenedTenant read(@PathParam("tenant") String id) {
    return OpenedTenant.of(tenantRealm(session, id)).withoutSecrets();
  }

  @POST
  @Path("tenants/{tenant}/users")
  public Response addUser(@PathParam("tenant") String id, AddUserRequest request) {
    AddUserRequest checked = requireBody(request);
    tenantRealm(session, id);
    try {
      AddedUser added =
          inOwnTransaction(
              own -> {
                RealmModel realm = tenantRealm(own, id);
                own.getContext().setRealm(realm);
                return AddedUser.of(new UserAdding(own, realm).add(checked));
              });
      report(OperationType.CREATE, id + "/users/" + added.id(), added.withoutPassword());
      return Response.status(Response.Status.CREATED).entity(added).build();
    } catch (RuntimeException refused) {
      return UserProblems.of(refused).orElseThrow(() -> refused).toResponse();
    }
  }

  private static RealmModel tenantRealm(KeycloakSession session, String id) {
    RealmModel realm = session.realms().getRealmByName(id);
    if (realm == null || Tenant.of(realm).isEmpty()) {
      throw Problem.of("tenant-unknown", 404, "No such tenant", "No tenant has this id.")
          .toException();
    }
    return realm;
  }

  private static <T> T requireBody(T body) {
    if (body == null) {
      throw Problem.of("body-missing", 400, "No request body", "The call needs a JSON body.")
          .toException();
    }
    return body;
  }

  /** Either all of the work is committed when this returns, or none of it ever is. */
  private <T> T inOwnTransaction(Function<KeycloakSession, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(), session.getContext(), work::apply, "sekisho-operator");
  }

  private void report(OperationType operation, String path, Object representation) {
    adminEvent
        .resource(ResourceType.REALM)
        .operation(operation)
        .resourcePath("sekisho", "tenants", path)
        .representation(representation)
        .success();
  }

  /** A user as the answer tells it; the password only where the server has made it. */
  record AddedUser(String id, String userId, String immutableId, String temporaryPassword) {

    static AddedUser of(UserAdding.Added added) {
      return new AddedUser(
          added.user().getId(),
          added.user().getUsername(),
          added.immutableId(),
          added.madePassword());
    }

    AddedUser withoutPassword() {
      return new AddedUser(id, userId, immutableId, null);
    }
  }

  /** A tenant as the answer tells it; secrets of its applications only once, when it is opened. */
  record OpenedTenant(
      String id,
      String displayName,
      String plan,
      List<String> domains,
      List<String> options,
      List<Application> applications) {

    static OpenedTenant of(RealmModel realm) {
      Tenant tenant = Tenant.of(realm).orElseThrow();
      return new OpenedTenant(
          realm.getName(),
          realm.getDisplayName(),
          tenant.plan(),
          tenant.domains().stream().map(domain -> domain.value()).sorted().toList(),
          tenant.options().stream().sorted().toList(),
          realm
              .getClientsStream()
              .filter(client -> client.getAttribute("sekisho.application") != null)
              .map(
                  client ->
                      new Application(
                          client.getAttribute("sekisho.application"),
                          client.getClientId(),
                          OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
                              ? client.getSecret()
                              : null))
              .toList());
    }

    OpenedTenant withoutSecrets() {
      return new OpenedTenant(
          id,
          displayName,
          plan,
          domains,
          options,
          applications.stream().map(Application::withoutSecret).toList());
    }
  }

  /** An application of a tenant. */
  record Application(String application, String clientId, String secret) {
    Application withoutSecret() {
      return new Application(application, clientId, null);
    }
  }
}
