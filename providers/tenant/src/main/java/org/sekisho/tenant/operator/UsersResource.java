package org.sekisho.tenant.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Faults;
import org.sekisho.tenant.register.TenantQuery;
import org.sekisho.tenant.support.OperatorRole;
import org.sekisho.tenant.user.AddUserRequest;
import org.sekisho.tenant.user.TenantUsers;
import org.sekisho.tenant.user.UserAdding;
import org.sekisho.tenant.user.UserProblems;

/** Lists and adds users of a tenant that has no console, or within a support session. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource {

  private static final int FURTHEST = 1_000_000;

  private final OperatorCall call;
  private final String id;

  UsersResource(OperatorCall call, String id) {
    this.call = call;
    this.id = id;
  }

  @GET
  public UserAnswers.Page list(
      @QueryParam("search") String search,
      @QueryParam("first") @DefaultValue("0") String first,
      @QueryParam("max") @DefaultValue("20") String max) {
    call.rights().require(OperatorRole.READER);
    RealmModel realm = call.tenant(id);
    call.rights().requireActingFor(realm, AdminRoles.VIEW_USERS);
    Faults faults = new Faults();
    int from = TenantQueries.number("first", first, 0, FURTHEST, faults);
    int page = TenantQueries.number("max", max, 1, TenantQuery.LARGEST_PAGE, faults);
    faults.refuse("query-invalid", "Nothing listed");
    call.session().getContext().setRealm(realm);
    return new UserAnswers.Page(
        new TenantUsers(call.session(), realm)
            .list(search, from, page).stream()
                .map(user -> UserAnswers.User.of(realm, user))
                .toList());
  }

  @POST
  public Response add(AddUserRequest request) {
    call.rights().require(OperatorRole.HELPDESK);
    call.rights().requireActingFor(call.tenant(id), AdminRoles.MANAGE_USERS);
    AddUserRequest checked = OperatorCall.requireBody(request);
    try {
      UserAnswers.Added added = call.change(change -> add(change, checked));
      return Response.status(Response.Status.CREATED).entity(added).build();
    } catch (RuntimeException refused) {
      return UserProblems.of(refused).orElseThrow(() -> refused).toResponse();
    }
  }

  private UserAnswers.Added add(Change change, AddUserRequest request) {
    RealmModel realm = change.tenant(id);
    change.lockAlive(realm);
    UserAnswers.Added added =
        UserAnswers.Added.of(new UserAdding(change.session(), realm).add(request));
    change.record(
        realm,
        OperationType.CREATE,
        "users/" + added.userId(),
        null,
        null,
        added.withoutPassword());
    return added;
  }

  @Path("{user}")
  public UserResource user(@PathParam("user") String userId) {
    return new UserResource(call, id, userId);
  }
}
