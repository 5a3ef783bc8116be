package org.sekisho.loginpolicy;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.sekisho.core.DeviceRegister;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenDevice;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.SessionProof;

/**
 * What a session has proven and still counts: a device that was revoked meanwhile counts no more,
 * whether or not its sessions have been ended.
 */
public final class SessionFactors {

  private SessionFactors() {}

  /** The factors of a session as they count now. */
  public static ProvenFactors of(KeycloakSession session, UserSessionModel userSession) {
    ProvenFactors noted = SessionProof.of(userSession);
    return noted.contains(Factor.DEVICE_CERTIFICATE) && !isDeviceAdmitted(session, userSession)
        ? noted.without(Factor.DEVICE_CERTIFICATE)
        : noted;
  }

  private static boolean isDeviceAdmitted(KeycloakSession session, UserSessionModel userSession) {
    DeviceRegister register = session.getProvider(DeviceRegister.class);
    Optional<ProvenDevice> device = ProvenDevice.of(userSession);
    return register != null
        && device.isPresent()
        && register.admits(userSession.getRealm(), device.get());
  }
}
