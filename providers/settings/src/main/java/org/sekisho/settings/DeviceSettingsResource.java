package org.sekisho.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.rules.DeviceRules;
import org.sekisho.devicecertificate.rules.DeviceSettings;

/** Reads and changes how devices are enrolled, for tenants with the option. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DeviceSettingsResource {

  private final SettingsCall call;

  DeviceSettingsResource(SettingsCall call) {
    this.call = call;
  }

  /** The settings as a caller wishes them; what is left out stays as it is. */
  record Request(
      Integer devicesPerUser,
      Integer certificateDays,
      Integer invitationHours,
      Boolean pairingRequired,
      Boolean hardwareRequired,
      Boolean serverMade,
      Long firstDeviceUntil,
      String reason) {

    DeviceSettings over(DeviceSettings before) {
      return new DeviceSettings(
          or(devicesPerUser, before.devicesPerUser()),
          or(certificateDays, before.certificateDays()),
          or(invitationHours, before.invitationHours()),
          or(pairingRequired, before.pairingRequired()),
          or(hardwareRequired, before.hardwareRequired()),
          or(serverMade, before.serverMade()),
          or(firstDeviceUntil, before.firstDeviceUntil()));
    }

    private static <T> T or(T wish, T before) {
      return wish == null ? before : wish;
    }
  }

  @GET
  public Response read() {
    call.requireReader();
    DeviceSettings settings = settings(call.tenant());
    return Version.ofContent(settings).answer(settings);
  }

  @PUT
  public Response change(@Context HttpHeaders headers, Request request) {
    call.requireAuthor();
    settings(call.tenant());
    Request wish = Bodies.require(request);
    DeviceSettings after = call.change(change -> write(change, headers, wish));
    return Version.ofContent(after).answer(after);
  }

  private DeviceSettings write(SettingsChange change, HttpHeaders headers, Request wish) {
    DeviceSettings before = settings(change.tenant());
    Version.ofContent(before).requireIn(headers);
    DeviceSettings after = wish.over(before);
    Faults faults = new Faults();
    Reason.check(wish.reason(), faults);
    after.check(faults, call.now());
    faults.refuse("request-invalid", "Settings of devices not changed");
    after.write(change.tenant()::setAttribute);
    change.record("devices", wish.reason(), before, after);
    return after;
  }

  private static DeviceSettings settings(RealmModel tenant) {
    DeviceRules rules = DeviceRules.of(tenant);
    if (!rules.available()) {
      throw Problem.of(
              "devices-not-available", 403, "Forbidden", "The tenant has no enrolled devices.")
          .toException();
    }
    return rules.settings();
  }
}
