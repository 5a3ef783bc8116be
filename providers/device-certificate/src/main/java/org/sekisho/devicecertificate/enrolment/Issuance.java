package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.certauthority.request.Admission;
import org.sekisho.certauthority.request.AdmittedKey;
import org.sekisho.certauthority.request.RequestAdmission;
import org.sekisho.certauthority.request.RequestRefusal;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.devicecertificate.DeviceConfig;
import org.sekisho.devicecertificate.authority.Issuer;
import org.sekisho.devicecertificate.authority.Issuer.Issued;
import org.sekisho.devicecertificate.authority.NoAuthorityException;
import org.sekisho.devicecertificate.authority.Pem;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceRules;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.device.EnrolmentMethod;

/** Gives a device its certificate, once for each enrolment. */
final class Issuance {

  private static final int MOST_PLATFORM = 60;
  private static final Set<EnrolmentMethod> METHODS =
      Set.of(EnrolmentMethod.BROWSER, EnrolmentMethod.REQUEST, EnrolmentMethod.SCRIPT);

  private final KeycloakSession session;
  private final RealmModel tenant;
  private final DeviceConfig config;

  Issuance(KeycloakSession session, RealmModel tenant, DeviceConfig config) {
    this.session = session;
    this.tenant = tenant;
    this.config = config;
  }

  /**
   * What a device sends.
   *
   * @param claim the secret of the page that has claimed the enrolment
   * @param request PKCS#10 as PEM; its key is taken and nothing else of it
   * @param method how the key was made
   * @param platform what the browser says of itself, at most 60 characters
   */
  record Wish(String claim, String request, String method, String platform) {}

  /** What the page makes a file of. */
  record Given(
      String deviceId,
      String certificate,
      List<String> chain,
      String friendlyName,
      String checkUrl) {}

  Response issue(Wish wish) {
    long now = Time.currentTimeMillis();
    Enrolments enrolments = new Enrolments(session, tenant);
    Optional<EnrolmentEntity> found =
        Optional.ofNullable(wish).map(Wish::claim).flatMap(enrolments::byClaim);
    UserModel user =
        found.map(enrolment -> session.users().getUserById(tenant, enrolment.userId)).orElse(null);
    Optional<EnrolmentMethod> method =
        METHODS.stream()
            .filter(known -> wish != null && known.name().equals(wish.method()))
            .findFirst();
    if (user == null || !user.isEnabled() || method.isEmpty()) {
      return Claiming.unknown().toResponse();
    }
    Devices devices = new Devices(session, tenant);
    boolean renewal = found.get().renews != null;
    DeviceRules rules = DeviceRules.of(tenant);
    if (!renewal && Devices.usable(devices.of(user.getId()), now) >= rules.limit()) {
      return Problem.of("device-limit-reached", 409, "Limit", "Revoke a device first.")
          .toResponse();
    }
    Admission admission =
        new RequestAdmission(known -> devices.byKey(known).isPresent())
            .admit(
                String.valueOf(wish.request()).getBytes(StandardCharsets.UTF_8),
                Duration.ofDays(rules.lifeDays()));
    if (admission instanceof Admission.Admitted admitted) {
      return issue(found.get(), user, method.get(), platform(wish), admitted.key(), now);
    }
    return refusal(((Admission.Refused) admission).reason()).toResponse();
  }

  private Response issue(
      EnrolmentEntity enrolment,
      UserModel user,
      EnrolmentMethod method,
      String platform,
      AdmittedKey key,
      long now) {
    try {
      Issuer issuer = new Issuer(session, tenant);
      UUID id = UUID.randomUUID();
      if (!new Enrolments(session, tenant).issue(enrolment.id, id.toString(), platform, now)) {
        return Claiming.unknown().toResponse();
      }
      Issued issued = issuer.issue(id, enrolment.deviceName, key, Instant.ofEpochMilli(now));
      new Devices(session, tenant).add(device(id, enrolment, method, platform, key, issued, now));
      record(user, issued, method);
      return Claiming.noStore(given(id, enrolment, issued));
    } catch (NoAuthorityException notYet) {
      return Problem.of(
              "authority-not-ready",
              409,
              "Not ready",
              "The tenant's certificate authority is being prepared. Ask the ID administrator.")
          .toResponse();
    } catch (ModelDuplicateException raced) {
      // Another request with this key was quicker; the exception undoes what this one has written.
      throw refusal(RequestRefusal.KEY_ALREADY_REGISTERED).toException();
    }
  }

  private static Problem refusal(RequestRefusal reason) {
    return Problem.of(
            "certificate-request-refused", 400, "Refused", "The certificate request is refused.")
        .with("reason", reason.name());
  }

  private static String platform(Wish wish) {
    String said = wish.platform() == null ? "" : wish.platform().strip();
    String printable = said.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return printable.isEmpty()
        ? null
        : printable.substring(0, Math.min(MOST_PLATFORM, printable.length()));
  }

  private DeviceEntity device(
      UUID id,
      EnrolmentEntity enrolment,
      EnrolmentMethod method,
      String platform,
      AdmittedKey key,
      Issued issued,
      long now) {
    DeviceEntity device = new DeviceEntity();
    device.id = id.toString();
    device.realmId = tenant.getId();
    device.userId = enrolment.userId;
    device.name = enrolment.deviceName;
    device.platform = platform;
    device.method = method;
    device.state = DeviceState.ISSUED;
    device.authorityId = issued.authorityId();
    device.serial = issued.serial();
    device.fingerprint = issued.fingerprint();
    device.keyFingerprint = key.sha256();
    device.issuedAt = now;
    device.expiresAt = issued.certificate().getNotAfter().toInstant().toEpochMilli();
    device.renews = enrolment.renews;
    return device;
  }

  private void record(UserModel user, Issued issued, EnrolmentMethod method) {
    new EventBuilder(tenant, session, session.getContext().getConnection())
        .event(EventType.UPDATE_CREDENTIAL)
        .user(user)
        .detail("credential_type", "device-certificate")
        .detail("device_certificate", issued.serial())
        .detail("method", method.name())
        .success();
  }

  private Given given(UUID deviceId, EnrolmentEntity enrolment, Issued issued) {
    return new Given(
        deviceId.toString(),
        Pem.of(issued.certificate()),
        List.of(issued.chain()),
        Tenant.calledBy(tenant) + " " + enrolment.deviceName,
        new DeviceProof(session, tenant, config).url(enrolment.id).toString());
  }
}
