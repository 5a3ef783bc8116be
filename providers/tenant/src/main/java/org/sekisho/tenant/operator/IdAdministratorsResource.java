package org.sekisho.tenant.operator;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Problem;
import org.sekisho.tenant.support.OperatorRole;
import org.sekisho.tenant.user.IdAdministrators;
import org.sekisho.tenant.user.Invitation;
import org.sekisho.tenant.user.TenantUsers;
import org.sekisho.tenant.user.UserAdding;
import org.sekisho.tenant.user.UserProblems;

/** Makes the first ID administrator of a tenant; the further ones the tenant makes itself. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class IdAdministratorsResource {

  private static final Logger LOG = Logger.getLogger(IdAdministratorsResource.class);

  /** The user, and whether the relay took the invitation. */
  record Invited(UserAnswers.User user, boolean invitationSent) {}

  private final OperatorCall call;
  private final String id;

  IdAdministratorsResource(OperatorCall call, String id) {
    this.call = call;
    this.id = id;
  }

  /** The user stays where the mail fails: the invitation can be sent again. */
  @POST
  public Response invite(InviteRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    call.tenant(id);
    OperatorCall.requireBody(request)
        .check()
        .refuse("request-invalid", "ID administrator not added");
    try {
      UserAnswers.User added = call.change(change -> add(change, request));
      return answer(Response.Status.CREATED, added);
    } catch (RuntimeException refused) {
      return UserProblems.of(refused).orElseThrow(() -> refused).toResponse();
    }
  }

  private UserAnswers.User add(Change change, InviteRequest request) {
    RealmModel realm = change.tenant(id);
    change.lockAlive(realm);
    if (IdAdministrators.exist(change.session(), realm)) {
      throw Problem.of(
              "id-administrator-exists",
              409,
              "ID administrator not added",
              "The tenant has one, who adds the others.")
          .toException();
    }
    UserModel user = new UserAdding(change.session(), realm).add(request.asUser()).user();
    UserAnswers.User added = UserAnswers.User.of(realm, user);
    change.record(
        realm, OperationType.CREATE, "id-administrators/" + added.userId(), null, null, added);
    return added;
  }

  /** Sends the invitation again, as long as the invited has not signed in. */
  @POST
  @Path("invitation")
  public Response inviteAgain(InviteAgainRequest request) {
    call.rights().require(OperatorRole.MANAGER);
    RealmModel realm = call.tenant(id);
    OperatorCall.requireBody(request).check().refuse("request-invalid", "Invitation not sent");
    UserModel user =
        new TenantUsers(call.session(), realm)
            .find(request.userId())
            .orElseThrow(() -> OperatorProblems.userUnknown().toException());
    boolean waiting =
        user.getRequiredActionsStream()
            .anyMatch(UserModel.RequiredAction.UPDATE_PASSWORD.name()::equals);
    if (!waiting || !user.hasRole(realm.getRole(IdAdministrators.ROLE))) {
      throw Problem.of(
              "invitation-not-open",
              409,
              "Invitation not sent",
              "Only an ID administrator who has not set a password yet is invited again.")
          .toException();
    }
    return answer(Response.Status.OK, UserAnswers.User.of(realm, user));
  }

  private Response answer(Response.Status status, UserAnswers.User user) {
    return Response.status(status).entity(new Invited(user, send(user.userId()))).build();
  }

  /** After the commit, so that no link is mailed for a user who never came to be. */
  private boolean send(String userId) {
    return call.change(
        change -> {
          RealmModel realm = change.tenant(id);
          UserModel user = new TenantUsers(change.session(), realm).find(userId).orElseThrow();
          try {
            new Invitation(change.session(), realm).send(user);
            return true;
          } catch (EmailException failed) {
            LOG.warnf(failed, "The invitation of an ID administrator of %s was not sent", id);
            return false;
          }
        });
  }
}
