package org.sekisho.tenant.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.BiConsumer;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.tenant.support.OperatorRole;
import org.sekisho.tenant.user.TemporaryPassword;
import org.sekisho.tenant.user.TenantUsers;
import org.sekisho.tenant.user.UserProblems;

/** Changes one user of a tenant. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserResource {

  private final OperatorCall call;
  private final String id;
  private final String userId;

  UserResource(OperatorCall call, String id, String userId) {
    this.call = call;
    this.id = id;
    this.userId = userId;
  }

  @PATCH
  public UserAnswers.User rename(RenameRequest request) {
    requireActing();
    RenameRequest name = OperatorCall.requireBody(request);
    try {
      return change(
          "",
          OperationType.UPDATE,
          null,
          (users, user) -> users.rename(user, name.firstName(), name.lastName()));
    } catch (RuntimeException refused) {
      throw UserProblems.of(refused).orElseThrow(() -> refused).toException();
    }
  }

  @DELETE
  public void delete() {
    requireActing();
    call.change(
        change -> {
          RealmModel realm = change.tenant(id);
          change.lockAlive(realm);
          TenantUsers users = new TenantUsers(change.session(), realm);
          UserModel user = user(users);
          UserAnswers.User before = UserAnswers.User.of(realm, user);
          users.delete(user);
          change.record(realm, OperationType.DELETE, "users/" + userId, null, before, null);
          return before;
        });
  }

  /** A new temporary password, for tenants of every plan. */
  @POST
  @Path("password")
  public UserAnswers.Reissued reissuePassword(TicketRequest request) {
    requireHelpdesk(request);
    String password = TemporaryPassword.next();
    UserAnswers.User user =
        change(
            "password",
            OperationType.ACTION,
            request.ticket(),
            (users, found) -> users.reissuePassword(found, password));
    return new UserAnswers.Reissued(user.userId(), password);
  }

  /** The emergency lock, for tenants of every plan. */
  @POST
  @Path("lock")
  public UserAnswers.User lock(TicketRequest request) {
    requireHelpdesk(request);
    return change("lock", OperationType.ACTION, request.ticket(), TenantUsers::lock);
  }

  @POST
  @Path("unlock")
  public UserAnswers.User unlock(TicketRequest request) {
    requireHelpdesk(request);
    return change("unlock", OperationType.ACTION, request.ticket(), TenantUsers::unlock);
  }

  private void requireActing() {
    call.rights().require(OperatorRole.HELPDESK);
    call.rights().requireActingFor(call.tenant(id), AdminRoles.MANAGE_USERS);
  }

  private void requireHelpdesk(TicketRequest request) {
    call.rights().require(OperatorRole.HELPDESK);
    call.tenant(id);
    TicketRequest.check(request);
  }

  /** Makes a change and records the user before and after it. */
  private UserAnswers.User change(
      String path,
      OperationType operation,
      String ticket,
      BiConsumer<TenantUsers, UserModel> work) {
    return call.change(
        change -> {
          RealmModel realm = change.tenant(id);
          change.lockAlive(realm);
          TenantUsers users = new TenantUsers(change.session(), realm);
          UserModel user = user(users);
          UserAnswers.User before = UserAnswers.User.of(realm, user);
          work.accept(users, user);
          UserAnswers.User after = UserAnswers.User.of(realm, user);
          String target = path.isEmpty() ? "users/" + userId : "users/" + userId + "/" + path;
          change.record(realm, operation, target, ticket, before, after);
          return after;
        });
  }

  private UserModel user(TenantUsers users) {
    return users.find(userId).orElseThrow(() -> OperatorProblems.userUnknown().toException());
  }
}
