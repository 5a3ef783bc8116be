package org.sekisho.devicecertificate.own;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.sekisho.core.Faults;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceNames;
import org.sekisho.devicecertificate.enrolment.EnrolmentAddress;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;
import org.sekisho.devicecertificate.enrolment.EnrolmentKind;
import org.sekisho.devicecertificate.enrolment.Enrolments;
import org.sekisho.devicecertificate.enrolment.Invitation;
import org.sekisho.devicecertificate.enrolment.PassPhrases;
import org.sekisho.devicecertificate.own.EnrolmentRight.Obstacle;

/** Enrolments that a user makes for this or another device. */
public final class OwnEnrolmentsResource {

  private final OwnDevices own;

  OwnEnrolmentsResource(OwnDevices own) {
    this.own = own;
  }

  /**
   * What is wished.
   *
   * @param pairing whether the new device is to be asked for a code that only this page shows
   * @param renews identifier of the device whose certificate is renewed; null for a new device
   */
  record Wish(String deviceName, boolean pairing, String renews) {}

  /**
   * What the page shows once.
   *
   * @param qr rows of the QR code with {@code url}
   * @param pairingCode six digits, or null
   */
  record Made(String id, String url, List<String> qr, String pairingCode, long expiresAt) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response make(Wish wish) {
    Faults faults = new Faults();
    String name = DeviceNames.check(wish == null ? null : wish.deviceName(), "deviceName", faults);
    faults.refuse("request-invalid", "Device not enrolled");
    List<DeviceEntity> all = own.all();
    require(own.obstacle(all, wish.renews() != null));
    if (wish.renews() != null) {
      requireRenewable(wish.renews(), all);
    }
    if (waiting().size() >= Enrolments.MOST_WAITING) {
      throw Problem.of(
              "too-many-enrolments", 429, "Too many", "Cancel one of those that wait first.")
          .toException();
    }
    String userId = own.caller().user().getId();
    Invitation made =
        Invitation.make(
            own.session(),
            own.caller().realm(),
            new Invitation.Wish(
                EnrolmentKind.SELF_SERVICE,
                userId,
                userId,
                own.thisDevice().orElse(null),
                name,
                wish.pairing(),
                Invitation.SELF_SERVICE,
                wish.renews()),
            own.now());
    String url = EnrolmentAddress.of(own.session(), own.caller().realm(), made.token());
    return OwnDevicesResource.noStore(
        Response.status(Response.Status.CREATED)
            .entity(
                new Made(
                    made.enrolment().id,
                    url,
                    QrCode.of(url),
                    made.pairingCode(),
                    made.enrolment().expiresAt)));
  }

  private List<EnrolmentEntity> waiting() {
    return enrolments().open(own.caller().user().getId(), own.now());
  }

  /** The valid certificate itself vouches for the one that takes its place. */
  private void requireRenewable(String deviceId, List<DeviceEntity> all) {
    boolean renewable =
        all.stream()
            .filter(device -> device.id.equals(deviceId))
            .anyMatch(device -> DeviceView.isRenewable(device, all, own.now()));
    if (!renewable) {
      throw Problem.of(
              "device-not-renewable",
              409,
              "Not renewable",
              "A certificate that opens the door can be renewed once, from 30 days before it"
                  + " expires.")
          .toException();
    }
    if (!own.thisDevice().filter(deviceId::equals).isPresent()) {
      throw Problem.of(
              "device-session-needed",
              403,
              "Forbidden",
              "Sign in from the device whose certificate is to be renewed.")
          .toException();
    }
  }

  private static void require(Obstacle obstacle) {
    if (obstacle == null) {
      return;
    }
    throw (switch (obstacle) {
          case NOT_AVAILABLE ->
              Problem.of(
                  "devices-not-available", 403, "Forbidden", "The tenant has no enrolled devices.");
          case LIMIT_REACHED ->
              Problem.of("device-limit-reached", 409, "Limit", "Revoke a device first.");
          case DEVICE_SESSION_NEEDED ->
              Problem.of(
                  "device-session-needed",
                  403,
                  "Forbidden",
                  "Sign in from an enrolled device, or have an ID administrator invite you.");
          case FRESH_SIGN_IN_NEEDED ->
              Problem.of("sign-in-not-fresh", 403, "Forbidden", "Sign in again.");
        })
        .toException();
  }

  /**
   * How far one has come.
   *
   * @param passphrase of a file that the server has made, told once; else null
   */
  record Progress(
      String state, String platform, Integer pairingTriesLeft, long expiresAt, String passphrase) {}

  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response progress(@PathParam("id") String id) {
    EnrolmentEntity found = find(id);
    boolean expired = found.isOpen() && found.expiresAt <= own.now();
    return OwnDevicesResource.noStore(
        Response.ok(
            new Progress(
                expired ? "EXPIRED" : found.state.name(),
                found.platform,
                found.pairingHash == null ? null : found.pairingTriesLeft,
                found.expiresAt,
                passPhrase(found))));
  }

  private String passPhrase(EnrolmentEntity found) {
    return new PassPhrases(own.session(), own.caller().realm())
        .tell(found, own.caller().user().getId())
        .orElse(null);
  }

  @POST
  @Path("{id}/cancel")
  public Response cancel(@PathParam("id") String id) {
    enrolments().cancel(find(id).id);
    return Response.noContent().build();
  }

  private EnrolmentEntity find(String id) {
    return enrolments()
        .byId(id)
        .filter(found -> found.userId.equals(own.caller().user().getId()))
        .orElseThrow(
            () ->
                Problem.of("enrolment-unknown", 404, "Not found", "You have no such enrolment.")
                    .toException());
  }

  private Enrolments enrolments() {
    return new Enrolments(own.session(), own.caller().realm());
  }
}
