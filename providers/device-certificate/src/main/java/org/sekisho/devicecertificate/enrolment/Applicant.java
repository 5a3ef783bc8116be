package org.sekisho.devicecertificate.enrolment;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Problem;
import org.sekisho.devicecertificate.device.EnrolmentMethod;
import org.sekisho.devicecertificate.rules.DeviceRules;

/** Who asks for a certificate, once everything but the key has been looked at. */
record Applicant(
    EnrolmentEntity enrolment, UserModel user, EnrolmentMethod method, DeviceRules rules) {

  /**
   * Looks at claim, user and rules, and ends the call where one stands in the way.
   *
   * @param claim the secret of the page that has claimed the enrolment
   * @param now in milliseconds since the epoch
   */
  static Applicant of(
      KeycloakSession session, RealmModel tenant, String claim, EnrolmentMethod method, long now) {
    EnrolmentEntity enrolment =
        new Enrolments(session, tenant)
            .byClaim(String.valueOf(claim))
            .filter(found -> found.state == EnrolmentState.CLAIMED && found.expiresAt > now)
            .orElseThrow(() -> Claiming.unknown().toException());
    UserModel user = session.users().getUserById(tenant, enrolment.userId);
    if (user == null || !user.isEnabled()) {
      throw Claiming.unknown().toException();
    }
    Applicant applicant = new Applicant(enrolment, user, method, DeviceRules.of(tenant));
    applicant.requireMethod();
    applicant.require(Room.of(session, tenant, user.getId()), now);
    return applicant;
  }

  private void requireMethod() {
    if (method == EnrolmentMethod.SERVER && !rules.settings().serverMade()) {
      throw Problem.of(
              "server-made-not-allowed",
              403,
              "Forbidden",
              "The tenant does not allow files that the server makes.")
          .toException();
    }
    if (rules.settings().hardwareRequired() && !method.isHardwareBound()) {
      throw Problem.of(
              "hardware-key-needed",
              403,
              "Forbidden",
              "The tenant takes only keys that are bound to the hardware of the device.")
          .toException();
    }
  }

  /**
   * Looks once more where nobody else can issue for the user until the transaction ends, and ends
   * the call where there is no room.
   */
  void requireRoomAlone(KeycloakSession session, RealmModel tenant, long now) {
    Room room = Room.of(session, tenant, user.getId());
    room.lock();
    require(room, now);
  }

  private void require(Room room, long now) {
    room.obstacle(enrolment, rules.settings().devicesPerUser(), now)
        .map(Applicant::problem)
        .ifPresent(
            problem -> {
              throw problem.toException();
            });
  }

  private static Problem problem(Room.Obstacle obstacle) {
    return switch (obstacle) {
      case ISSUER_REVOKED -> Claiming.unknown();
      case FULL -> Problem.of("device-limit-reached", 409, "Limit", "Revoke a device first.");
      case NOT_RENEWABLE ->
          Problem.of(
              "device-not-renewable",
              409,
              "Not renewable",
              "The device opens nothing any more, or its certificate was renewed already.");
    };
  }
}
