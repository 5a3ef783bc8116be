package org.sekisho.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The enrolled device whose certificate a sign-in has proven. It is proven before the password, so
 * before it is known who signs in: the proof counts for its owner alone.
 *
 * @param deviceId never a name out of the certificate
 * @param serial of the certificate, lower-case hexadecimal; for people who read records
 * @param userId whose device it is
 */
public record ProvenDevice(String deviceId, String serial, String userId) {

  /** Name of the user-session note with the device's identifier. */
  public static final String SESSION_NOTE = "sekisho.device";

  /** Name of the user-session note with the serial number of its certificate. */
  public static final String SERIAL_NOTE = "sekisho.device.serial";

  private static final String SIGN_IN_NOTE = "sekisho.device.proven";
  private static final Pattern PARTS = Pattern.compile("([^|]+)\\|([^|]+)\\|(.+)");

  /** Notes the proof for the sign-in under way; Keycloak drops it where the sign-in begins anew. */
  public void noteIn(AuthenticationSessionModel signIn) {
    signIn.setAuthNote(SIGN_IN_NOTE, String.join("|", deviceId, serial, userId));
  }

  /** What the sign-in has proven; empty where it is not a device of the user who signs in. */
  public static Optional<ProvenDevice> in(AuthenticationSessionModel signIn) {
    String note = signIn.getAuthNote(SIGN_IN_NOTE);
    UserModel user = note == null ? null : signIn.getAuthenticatedUser();
    Matcher parts = PARTS.matcher(String.valueOf(note));
    return user != null && parts.matches() && parts.group(3).equals(user.getId())
        ? Optional.of(new ProvenDevice(parts.group(1), parts.group(2), user.getId()))
        : Optional.empty();
  }

  /** Has the session that begins tell of the device. */
  public void noteForSession(AuthenticationSessionModel signIn) {
    signIn.setUserSessionNote(SESSION_NOTE, deviceId);
    signIn.setUserSessionNote(SERIAL_NOTE, serial);
  }

  /** The device that a session was opened with. */
  public static Optional<ProvenDevice> of(UserSessionModel userSession) {
    return Optional.ofNullable(userSession.getNote(SESSION_NOTE))
        .map(
            device ->
                new ProvenDevice(
                    device,
                    String.valueOf(userSession.getNote(SERIAL_NOTE)),
                    userSession.getUser().getId()));
  }
}
