package org.sekisho.devicecertificate;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.DeviceRegister;
import org.sekisho.core.ProvenDevice;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.rules.DeviceRules;

/** Which devices of a tenant may be used, read anew for each question. */
record RegisteredDevices(KeycloakSession session) implements DeviceRegister {

  @Override
  public boolean admits(RealmModel tenant, ProvenDevice device) {
    return new Devices(session, tenant)
        .byId(device.deviceId())
        .filter(found -> found.userId.equals(device.userId()))
        .filter(found -> found.isUsable(Time.currentTimeMillis()))
        .isPresent();
  }

  @Override
  public boolean hasUsable(RealmModel tenant, UserModel user) {
    return DeviceRules.of(tenant).available()
        && Devices.usable(new Devices(session, tenant).of(user.getId()), Time.currentTimeMillis())
            > 0;
  }
}
