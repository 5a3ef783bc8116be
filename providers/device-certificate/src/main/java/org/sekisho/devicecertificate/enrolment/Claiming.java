package org.sekisho.devicecertificate.enrolment;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.core.Problem;
import org.sekisho.core.Tenant;
import org.sekisho.devicecertificate.handback.SecretName;
import org.sekisho.devicecertificate.rules.DeviceRules;

/** The first browser that opens an address has it; wrong, used and old ones look alike. */
final class Claiming {

  private final KeycloakSession session;
  private final RealmModel tenant;

  Claiming(KeycloakSession session, RealmModel tenant) {
    this.session = session;
    this.tenant = tenant;
  }

  /**
   * What the page shows.
   *
   * @param claim the secret by which the page goes on
   * @param serverMade whether the server may make the key
   */
  record Claimed(
      String claim,
      String tenant,
      String user,
      String deviceName,
      long expiresAt,
      boolean renewal,
      boolean serverMade) {}

  Response claim(EnrolmentResource.Token sent) {
    long now = Time.currentTimeMillis();
    Enrolments enrolments = new Enrolments(session, tenant);
    Optional<EnrolmentEntity> found =
        Optional.ofNullable(sent)
            .map(EnrolmentResource.Token::token)
            .filter(SecretName::isOne)
            .flatMap(token -> enrolments.byToken(token, now));
    UserModel user =
        found.map(enrolment -> session.users().getUserById(tenant, enrolment.userId)).orElse(null);
    if (user == null
        || !user.isEnabled()
        || !Room.of(session, tenant, user.getId()).isVouchedFor(found.get(), now)) {
      return unknown().toResponse();
    }
    Optional<Problem> refusal = pairing(found.get(), sent.pairingCode());
    if (refusal.isPresent()) {
      return refusal.get().toResponse();
    }
    String claim = SecretName.next();
    return enrolments.claim(found.get().id, claim, now)
        ? noStore(claimed(found.get(), user, claim))
        : unknown().toResponse();
  }

  private Claimed claimed(EnrolmentEntity enrolment, UserModel user, String claim) {
    return new Claimed(
        claim,
        Tenant.calledBy(tenant),
        user.getUsername(),
        enrolment.deviceName,
        enrolment.expiresAt,
        enrolment.renews != null,
        DeviceRules.of(tenant).settings().serverMade());
  }

  /** A try is spent before the code is looked at, and stays spent whatever becomes of the call. */
  private Optional<Problem> pairing(EnrolmentEntity enrolment, String code) {
    if (enrolment.pairingHash == null) {
      return Optional.empty();
    }
    if (code == null || code.isBlank()) {
      return Optional.of(
          Problem.of("pairing-code-needed", 403, "Forbidden", "Type the code of the other page."));
    }
    if (!spendTry(enrolment.id)) {
      return Optional.of(unknown());
    }
    String hash = EnrolmentSecrets.pairingHash(enrolment.id, code.strip());
    if (EnrolmentSecrets.matches(enrolment.pairingHash, hash)) {
      return Optional.empty();
    }
    int left = enrolment.pairingTriesLeft - 1;
    return Optional.of(
        left > 0
            ? Problem.of("pairing-code-wrong", 403, "Forbidden", "The code is wrong.")
                .with("triesLeft", left)
            : unknown());
  }

  private boolean spendTry(String id) {
    String realmId = tenant.getId();
    return KeycloakModelUtils.runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(),
        own -> {
          Enrolments enrolments = new Enrolments(own, own.realms().getRealm(realmId));
          return enrolments.spendTry(id);
        });
  }

  static Problem unknown() {
    return Problem.of(
        "enrolment-unknown",
        404,
        "Not found",
        "The address is wrong, was used, or is no longer valid. Ask for a new one.");
  }

  static Response noStore(Object body) {
    return Response.ok(body).header("Cache-Control", "no-store").build();
  }
}
