package org.sekisho.devicecertificate.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.UserModel;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceNames;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.device.Revocation;
import org.sekisho.devicecertificate.device.RevocationReason;
import org.sekisho.devicecertificate.enrolment.EnrolmentAddress;
import org.sekisho.devicecertificate.enrolment.Invitation;

/** All devices of a tenant, for ID administrators. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantDevicesResource {

  private static final int LEAST_HOURS = 1;
  private static final int MOST_HOURS = 72;
  private static final int USUAL_HOURS = 24;

  private final DevicesCaller caller;

  TenantDevicesResource(DevicesCaller caller) {
    this.caller = caller;
  }

  @GET
  public DevicePage list(
      @QueryParam("user") String user,
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    caller.requireIdAdministrator();
    return DevicePage.of(caller, new DevicePage.Filter(user, state, after, limit));
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id) {
    caller.requireIdAdministrator();
    DeviceEntity device =
        new Devices(caller.session(), caller.tenant())
            .byId(id)
            .orElseThrow(
                () ->
                    Problem.of("device-unknown", 404, "Not found", "The tenant has no such device.")
                        .toException());
    new Revocation(caller.session(), caller.tenant())
        .revoke(device, RevocationReason.ADMINISTRATOR, Time.currentTimeMillis());
    caller.record(OperationType.DELETE, id, Map.of("device", device.name));
    return Response.noContent().build();
  }

  /**
   * Whose device is to be enrolled.
   *
   * @param hours how long the address can be opened, 1 to 72; null for 24
   */
  record Invite(String userId, String deviceName, boolean pairing, Integer hours) {}

  /** What the administrator hands to the user, once. */
  record Invited(String id, String url, String pairingCode, long expiresAt) {}

  @POST
  @Path("invitations")
  public Response invite(Invite wish) {
    caller.requireIdAdministrator();
    Faults faults = new Faults();
    faults.require("userId", wish != null && wish.userId() != null, "is missing");
    String name = DeviceNames.check(wish == null ? null : wish.deviceName(), "deviceName", faults);
    int hours = wish == null || wish.hours() == null ? USUAL_HOURS : wish.hours();
    faults.require("hours", hours >= LEAST_HOURS && hours <= MOST_HOURS, "must be 1 to 72");
    faults.refuse("request-invalid", "Device not invited");
    UserModel user =
        caller.session().users().getUserByUsername(caller.tenant(), wish.userId().strip());
    if (user == null) {
      throw Problem.of("user-unknown", 404, "Not found", "The tenant has no such user.")
          .toException();
    }
    Invitation made =
        Invitation.make(
            caller.session(),
            caller.tenant(),
            new Invitation.Wish(
                user.getId(),
                caller.auth().getUser().getId(),
                name,
                wish.pairing(),
                Duration.ofHours(hours),
                null),
            Time.currentTimeMillis());
    caller.record(
        OperationType.CREATE,
        "invitations/" + made.enrolment().id,
        Map.of("user", user.getUsername(), "device", name));
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(
            new Invited(
                made.enrolment().id,
                EnrolmentAddress.of(caller.session(), caller.tenant(), made.token()),
                made.pairingCode(),
                made.enrolment().expiresAt))
        .build();
  }

  @GET
  @Path("authorities")
  public List<AuthorityCalls.Generation> authorities() {
    return new AuthorityCalls(caller).list();
  }

  /** The request that waits for the root, or a new one for the next generation. */
  @POST
  @Path("authorities")
  public AuthorityCalls.Generation requestAuthority() {
    return new AuthorityCalls(caller).request();
  }

  /** Takes what the root has signed. */
  @PUT
  @Path("authorities/{generation}")
  public AuthorityCalls.Generation takeAuthority(
      @PathParam("generation") int generation, AuthorityCalls.Signed signed) {
    return new AuthorityCalls(caller).take(generation, signed);
  }

  /** Takes an issuing CA out of service. */
  @POST
  @Path("authorities/{generation}/retire")
  public AuthorityCalls.Generation retireAuthority(
      @PathParam("generation") int generation, AuthorityCalls.Retire wish) {
    return new AuthorityCalls(caller).retire(generation, wish);
  }
}
