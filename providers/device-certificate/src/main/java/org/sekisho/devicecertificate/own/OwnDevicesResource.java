package org.sekisho.devicecertificate.own;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.sekisho.core.Faults;
import org.sekisho.core.PortalCaller;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceNames;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.device.Revocation;
import org.sekisho.devicecertificate.device.RevocationReason;

/** The own devices of the user whose token is sent; no parameter names a user. */
public final class OwnDevicesResource implements RealmResourceProvider {

  /** What a user may say; the others are said by administrators and by the server. */
  private static final List<RevocationReason> REASONS =
      List.of(RevocationReason.LOST, RevocationReason.REPLACED, RevocationReason.NO_LONGER_USED);

  private final KeycloakSession session;
  private final boolean listening;

  OwnDevicesResource(KeycloakSession session, boolean listening) {
    this.session = session;
    this.listening = listening;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list() {
    PortalCaller caller = PortalCaller.of(session);
    return noStore(Response.ok(OwnDevicesView.of(new OwnDevices(session, caller, listening))));
  }

  @PUT
  @Path("devices/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rename(@PathParam("id") String id, Name name) {
    PortalCaller caller = PortalCaller.of(session);
    Faults faults = new Faults();
    String checked = DeviceNames.check(name == null ? null : name.name(), "name", faults);
    faults.refuse("request-invalid", "Device not renamed");
    own(caller, id).name = checked;
    return Response.noContent().build();
  }

  /** A new name, 1 to 60 characters. */
  record Name(String name) {}

  @POST
  @Path("devices/{id}/revoke")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response revoke(@PathParam("id") String id, Reason reason) {
    PortalCaller caller = PortalCaller.of(session);
    Faults faults = new Faults();
    Optional<RevocationReason> said =
        REASONS.stream()
            .filter(known -> reason != null && known.name().equals(reason.reason()))
            .findFirst();
    faults.require("reason", said.isPresent(), "must be one of " + REASONS);
    faults.refuse("request-invalid", "Device not revoked");
    new Revocation(session, caller.realm())
        .revoke(own(caller, id), said.get(), Time.currentTimeMillis());
    return Response.noContent().build();
  }

  /** Why: {@code LOST}, {@code REPLACED} or {@code NO_LONGER_USED}. */
  record Reason(String reason) {}

  @Path("enrolments")
  public OwnEnrolmentsResource enrolments() {
    PortalCaller caller = PortalCaller.of(session);
    return new OwnEnrolmentsResource(new OwnDevices(session, caller, listening));
  }

  private DeviceEntity own(PortalCaller caller, String id) {
    return new Devices(session, caller.realm())
        .byId(id)
        .filter(device -> device.userId.equals(caller.user().getId()))
        .orElseThrow(
            () ->
                Problem.of("device-unknown", 404, "Not found", "You have no such device.")
                    .toException());
  }

  static Response noStore(Response.ResponseBuilder answer) {
    return answer.header("Cache-Control", "no-store").build();
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
