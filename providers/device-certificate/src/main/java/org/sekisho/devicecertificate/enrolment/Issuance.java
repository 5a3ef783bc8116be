package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.certauthority.file.ServerMadeKey;
import org.sekisho.core.Tenant;
import org.sekisho.devicecertificate.DeviceConfig;
import org.sekisho.devicecertificate.authority.Pem;
import org.sekisho.devicecertificate.device.EnrolmentMethod;
import org.sekisho.devicecertificate.enrolment.Certification.Certified;

/** What a device gets: a certificate for its own key, or a file with a key that the server made. */
final class Issuance {

  /** How a device may say that its key was made. */
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

  Response certificate(Wish wish) {
    EnrolmentMethod method =
        METHODS.stream()
            .filter(known -> wish != null && known.name().equals(wish.method()))
            .findFirst()
            .orElseThrow(() -> Claiming.unknown().toException());
    long now = Time.currentTimeMillis();
    Applicant applicant = Applicant.of(session, tenant, wish.claim(), method, now);
    Certified made =
        new Certification(session, tenant).certify(applicant, wish.request(), wish.platform(), now);
    return Claiming.noStore(
        new Given(
            made.deviceId().toString(),
            Pem.of(made.issued().certificate()),
            List.of(made.issued().chain()),
            friendlyName(applicant),
            checkUrl(applicant)));
  }

  /** What a device sends that cannot make or import a file of its own. */
  record FileWish(String claim, String platform) {}

  /**
   * The file, told this once; what opens it is shown where the link was made.
   *
   * @param pkcs12 base64
   */
  record ServerMade(String deviceId, String pkcs12, String friendlyName, String checkUrl) {}

  Response file(FileWish wish) {
    long now = Time.currentTimeMillis();
    Applicant applicant =
        Applicant.of(
            session, tenant, wish == null ? null : wish.claim(), EnrolmentMethod.SERVER, now);
    // Only now: a key of this kind costs more than anything else here.
    ServerMadeKey key = ServerMadeKey.make();
    Certified made =
        new Certification(session, tenant).certify(applicant, key.request(), wish.platform(), now);
    String passPhrase = PassPhrase.next();
    byte[] file =
        key.file(
            List.of(made.issued().certificate(), Pem.certificate(made.issued().chain())),
            friendlyName(applicant),
            passPhrase);
    new PassPhrases(session, tenant).keep(applicant.enrolment().id, passPhrase);
    return Claiming.noStore(
        new ServerMade(
            made.deviceId().toString(),
            Base64.getEncoder().encodeToString(file),
            friendlyName(applicant),
            checkUrl(applicant)));
  }

  private String friendlyName(Applicant applicant) {
    return Tenant.calledBy(tenant) + " " + applicant.enrolment().deviceName;
  }

  private String checkUrl(Applicant applicant) {
    return new DeviceProof(session, tenant, config).url(applicant.enrolment().id).toString();
  }
}
