package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.AdmittedKey;
import org.sekisho.certauthority.request.RequestAdmission;
import org.sekisho.certauthority.request.RequestRefusal;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.authority.Issuer;
import org.sekisho.devicecertificate.authority.Issuer.Issued;
import org.sekisho.devicecertificate.authority.NoAuthorityException;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.platform.Platform;
import org.sekisho.devicecertificate.platform.UserAgents;

/** Gives a device its certificate, once for each enrolment. */
final class Certification {

  private static final int MOST_PLATFORM = 60;

  private final KeycloakSession session;
  private final RealmModel tenant;

  Certification(KeycloakSession session, RealmModel tenant) {
    this.session = session;
    this.tenant = tenant;
  }

  /** A new device with its certificate. */
  record Certified(UUID deviceId, Issued issued) {}

  /**
   * Judges the key, issues the certificate and adds the device; ends the call where it cannot.
   *
   * @param request PKCS#10 as PEM; its key is taken and nothing else of it
   * @param platform what the browser says of itself; may be null
   * @param now in milliseconds since the epoch
   */
  Certified certify(Applicant applicant, String request, String platform, long now) {
    AdmittedKey key = admit(applicant, request);
    String shown = printable(platform);
    UUID id = UUID.randomUUID();
    String enrolmentId = applicant.enrolment().id;
    try {
      Issuer issuer = new Issuer(session, tenant);
      applicant.requireRoomAlone(session, tenant, now);
      if (!new Enrolments(session, tenant).issue(enrolmentId, id.toString(), shown, now)) {
        throw Claiming.unknown().toException();
      }
      Issued issued =
          issuer.issue(id, applicant.enrolment().deviceName, key, Instant.ofEpochMilli(now));
      DeviceEntity device = device(id, applicant, issued);
      device.platform = shown;
      device.enrolledOn = enrolledOn();
      device.keyFingerprint = key.sha256();
      device.issuedAt = now;
      new Devices(session, tenant).add(device);
      record(applicant, issued);
      return new Certified(id, issued);
    } catch (NoAuthorityException notYet) {
      throw Problem.of(
              "authority-not-ready",
              409,
              "Not ready",
              "The tenant's certificate authority is being prepared. Ask the ID administrator.")
          .toException();
    } catch (ModelDuplicateException raced) {
      // Another request with this key was quicker; the exception undoes what this one has written.
      throw refusal(RequestRefusal.KEY_ALREADY_REGISTERED);
    }
  }

  private AdmittedKey admit(Applicant applicant, String request) {
    Devices devices = new Devices(session, tenant);
    Admission admission =
        new RequestAdmission(devices::knowsKey)
            .admit(
                String.valueOf(request).getBytes(StandardCharsets.UTF_8),
                Duration.ofDays(applicant.rules().settings().certificateDays()));
    if (admission instanceof Admission.Admitted admitted) {
      return admitted.key();
    }
    throw refusal(((Admission.Refused) admission).reason());
  }

  private static RuntimeException refusal(RequestRefusal reason) {
    return Problem.of(
            "certificate-request-refused", 400, "Refused", "The certificate request is refused.")
        .with("reason", reason.name())
        .toException();
  }

  private static String printable(String platform) {
    String said = platform == null ? "" : platform.strip();
    String printable = said.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return printable.isEmpty()
        ? null
        : printable.substring(0, Math.min(MOST_PLATFORM, printable.length()));
  }

  private DeviceEntity device(UUID id, Applicant applicant, Issued issued) {
    DeviceEntity device = new DeviceEntity();
    device.id = id.toString();
    device.realmId = tenant.getId();
    device.userId = applicant.enrolment().userId;
    device.name = applicant.enrolment().deviceName;
    device.method = applicant.method();
    device.state = DeviceState.ISSUED;
    device.authorityId = issued.authorityId();
    device.serial = issued.serial();
    device.fingerprint = issued.fingerprint();
    device.expiresAt = issued.certificate().getNotAfter().toInstant().toEpochMilli();
    device.renews = applicant.enrolment().renews;
    return device;
  }

  private Platform enrolledOn() {
    return UserAgents.platform(
        session
            .getContext()
            .getHttpRequest()
            .getHttpHeaders()
            .getHeaderString(HttpHeaders.USER_AGENT));
  }

  private void record(Applicant applicant, Issued issued) {
    new EventBuilder(tenant, session, session.getContext().getConnection())
        .event(EventType.UPDATE_CREDENTIAL)
        .user(applicant.user())
        .detail("credential_type", "device-certificate")
        .detail("device_certificate", issued.serial())
        .detail("method", applicant.method().name())
        .success();
  }
}
