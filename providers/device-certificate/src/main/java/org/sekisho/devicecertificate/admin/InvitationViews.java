package org.sekisho.devicecertificate.admin;

import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.sekisho.devicecertificate.enrolment.EnrolmentEntity;

/** Invitations as ID administrators see them; none tells its address. */
final class InvitationViews {

  private InvitationViews() {}

  /**
   * A page of those that wait.
   *
   * @param next {@code after} of the next page; null where this is the last
   */
  record Page(List<Waiting> invitations, String next) {}

  /** One that waits. Times are milliseconds since the epoch. */
  record Waiting(String id, String user, String deviceName, String state, long expiresAt) {}

  static Waiting waiting(DevicesCaller caller, EnrolmentEntity found) {
    return new Waiting(
        found.id, user(caller, found), found.deviceName, found.state.name(), found.expiresAt);
  }

  /**
   * How far one has come.
   *
   * @param pairingTriesLeft null where no code is asked
   * @param passphrase of a file that the server has made, told once to whoever has invited
   */
  record Progress(
      String id,
      String user,
      String deviceName,
      String state,
      String platform,
      Integer pairingTriesLeft,
      long expiresAt,
      String passphrase) {}

  static Progress progress(DevicesCaller caller, EnrolmentEntity found, String passPhrase) {
    boolean expired = found.isOpen() && found.expiresAt <= Time.currentTimeMillis();
    return new Progress(
        found.id,
        user(caller, found),
        found.deviceName,
        expired ? "EXPIRED" : found.state.name(),
        found.platform,
        found.pairingHash == null ? null : found.pairingTriesLeft,
        found.expiresAt,
        passPhrase);
  }

  private static String user(DevicesCaller caller, EnrolmentEntity found) {
    UserModel user = caller.session().users().getUserById(caller.tenant(), found.userId);
    return user == null ? null : user.getUsername();
  }
}
