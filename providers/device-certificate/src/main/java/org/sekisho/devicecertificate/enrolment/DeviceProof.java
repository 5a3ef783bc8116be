package org.sekisho.devicecertificate.enrolment;

import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.DeviceConfig;
import org.sekisho.devicecertificate.handback.Check;
import org.sekisho.devicecertificate.handback.Handback;
import org.sekisho.devicecertificate.handback.HostLabels;
import org.sekisho.devicecertificate.handback.Listeners;
import org.sekisho.devicecertificate.handback.SameBrowser;
import org.sekisho.network.ClientAddress;

/** Where a device shows that it has its new certificate. */
final class DeviceProof {

  private final KeycloakSession session;
  private final RealmModel tenant;
  private final DeviceConfig config;

  DeviceProof(KeycloakSession session, RealmModel tenant, DeviceConfig config) {
    this.session = session;
    this.tenant = tenant;
    this.config = config;
  }

  /** On a fresh host: at the usual one the browser may remember that it had no certificate. */
  URI url(String enrolmentId) {
    URI page = EnrolmentAddress.page(session, tenant).build();
    String address = ClientAddress.text(session.getContext().getConnection());
    String check =
        new Handback(session)
            .ask(
                new Check(
                    tenant.getId(),
                    Check.Purpose.ENROLMENT,
                    Activation.subject(enrolmentId, page),
                    address,
                    SameBrowser.agent(null)));
    return Listeners.check(config, HostLabels.fresh(tenant.getName()), check);
  }
}
