package org.sekisho.devicecertificate.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.device.DeviceNames;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;
import org.sekisho.devicecertificate.enrolment.EnrolmentKind;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.enrolment.PassPhrases;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/** Invitations of ID administrators: addresses that they hand to users. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InvitationsResource {

  private static final int PAGE = 100;

  private final DevicesCaller caller;

  InvitationsResource(DevicesCaller caller) {
    this.caller = caller;
  }

  /** Those that wait. */
  @GET
  public Response list(@QueryParam("after") String after) {
    caller.requireIdAdministrator();
    List<EnrolmentEntity> found = enrolments().invitations(after, Time.currentTimeMillis(), PAGE);
    return DevicesCaller.noStore(
        Response.ok(
            new InvitationViews.Page(
                found.stream().map(one -> InvitationViews.waiting(caller, one)).toList(),
                found.size() < PAGE ? null : found.get(PAGE - 1).id)));
  }

  /**
   * Whose device is to be enrolled.
   *
   * @param hours how long the address can be opened, 1 to 72; null for what the tenant has set
   */
  record Invite(String userId, String deviceName, boolean pairing, Integer hours) {}

  @POST
  public Response invite(Invite wish) {
    caller.requireIdAdministrator();
    Faults faults = new Faults();
    faults.require("userId", wish != null && wish.userId() != null, "is missing");
    String name = DeviceNames.check(wish == null ? null : wish.deviceName(), "deviceName", faults);
    Integer hours = wish == null ? null : wish.hours();
    faults.require("hours", hours == null || DeviceSettings.admitsHours(hours), "must be 1 to 72");
    faults.refuse("request-invalid", "Device not invited");
    UserModel user =
        caller.session().users().getUserByUsername(caller.tenant(), wish.userId().strip());
    if (user == null) {
      throw Problem.of("user-unknown", 404, "Not found", "The tenant has no such user.")
          .toException();
    }
    DeviceSettings settings = caller.settings();
    new Invitees(caller).require(user, settings);
    Inviting.Wish checked =
        new Inviting.Wish(
            user,
            name,
            wish.pairing() || settings.pairingRequired(),
            Duration.ofHours(hours == null ? settings.invitationHours() : hours));
    return DevicesCaller.noStore(
        Response.status(Response.Status.CREATED).entity(new Inviting(caller).invite(checked)));
  }

  /** How far one has come, and what opens the file that the server has made for it. */
  @GET
  @Path("{id}")
  public Response progress(@PathParam("id") String id) {
    caller.requireIdAdministrator();
    EnrolmentEntity found = find(id);
    String passPhrase =
        new PassPhrases(caller.session(), caller.tenant())
            .tell(found, caller.auth().getUser().getId())
            .orElse(null);
    return DevicesCaller.noStore(Response.ok(InvitationViews.progress(caller, found, passPhrase)));
  }

  @POST
  @Path("{id}/cancel")
  public Response cancel(@PathParam("id") String id) {
    caller.requireIdAdministrator();
    EnrolmentEntity found = find(id);
    if (found.isOpen()) {
      enrolments().cancel(id);
      caller.record(
          OperationType.DELETE,
          "invitations/" + id,
          Map.of("device", found.deviceName, "before", found.state.name(), "after", "CANCELLED"));
    }
    return Response.noContent().build();
  }

  /** Looks at a file with invitations; nothing is changed. */
  @POST
  @Path("csv/check")
  @Consumes("text/csv")
  public Response checkFile(InputStream file, @QueryParam("lang") String language) {
    caller.requireIdAdministrator();
    return new FileInvitations(caller, caller.language(language)).check(file);
  }

  /** Invites as a file says that was looked at before: everybody or nobody. */
  @POST
  @Path("csv")
  @Consumes("text/csv")
  public Response inviteByFile(
      InputStream file,
      @HeaderParam(HttpHeaders.IF_MATCH) String checked,
      @QueryParam("lang") String language) {
    caller.requireIdAdministrator();
    return new FileInvitations(caller, caller.language(language)).start(file, checked);
  }

  private EnrolmentEntity find(String id) {
    return enrolments()
        .byId(id)
        .filter(found -> found.kind == EnrolmentKind.INVITATION)
        .orElseThrow(
            () ->
                Problem.of("enrolment-unknown", 404, "Not found", "There is no such invitation.")
                    .toException());
  }

  private Enrolments enrolments() {
    return new Enrolments(caller.session(), caller.tenant());
  }
}
