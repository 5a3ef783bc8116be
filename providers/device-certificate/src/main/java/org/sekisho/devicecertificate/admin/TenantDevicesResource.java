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
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.core.Zones;
import org.sekisho.devicecertificate.csv.DeviceCsv;
import org.sekisho.devicecertificate.csv.DeviceWords;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceSearch;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.device.Revocation;
import org.sekisho.devicecertificate.device.RevocationReason;

/** All devices of a tenant, for ID administrators; issuing CAs, for operators. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantDevicesResource {

  private final DevicesCaller caller;

  TenantDevicesResource(DevicesCaller caller) {
    this.caller = caller;
  }

  /** The description of this part of the API. */
  @GET
  @Path("openapi.json")
  public InputStream openApi() {
    caller.requireReader();
    return TenantDevicesResource.class.getResourceAsStream(
        "/org/sekisho/devicecertificate/openapi.json");
  }

  @GET
  public DevicePage list(
      @QueryParam("user") String user,
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    caller.requireIdAdministratorOfDevices();
    Faults faults = new Faults();
    DeviceSearch search = DeviceSearch.of(user, state, after, faults);
    faults.refuse("request-invalid", "Devices not listed");
    return DevicePage.of(caller, search, limit);
  }

  @GET
  @Path("devices.csv")
  @Produces("text/csv")
  public Response csv(
      @QueryParam("user") String user,
      @QueryParam("state") String state,
      @QueryParam("zone") String zone,
      @QueryParam("lang") String language) {
    caller.requireIdAdministratorOfDevices();
    Faults faults = new Faults();
    DeviceSearch search = DeviceSearch.of(user, state, null, faults);
    ZoneId place = Zones.read(zone, faults);
    faults.refuse("request-invalid", "Devices not listed");
    return new DeviceCsv(
            caller.session().getKeycloakSessionFactory(),
            caller.tenant(),
            place,
            new DeviceWords(caller.language(language)))
        .answer(search);
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id) {
    caller.requireIdAdministratorOfDevices();
    DeviceEntity device =
        new Devices(caller.session(), caller.tenant())
            .byId(id)
            .orElseThrow(
                () ->
                    Problem.of("device-unknown", 404, "Not found", "The tenant has no such device.")
                        .toException());
    DeviceState before = device.state;
    new Revocation(caller.session(), caller.tenant())
        .revoke(device, RevocationReason.ADMINISTRATOR, Time.currentTimeMillis());
    caller.record(
        OperationType.DELETE,
        id,
        Map.of("device", device.name, "before", before.name(), "after", device.state.name()));
    return Response.noContent().build();
  }

  @Path("invitations")
  public InvitationsResource invitations() {
    return new InvitationsResource(caller);
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
