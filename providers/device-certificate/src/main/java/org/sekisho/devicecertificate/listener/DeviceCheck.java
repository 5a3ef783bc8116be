package org.sekisho.devicecertificate.listener;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.sekisho.devicecertificate.authority.Authorities;
import org.sekisho.devicecertificate.authority.Presented;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.Devices;
import org.sekisho.devicecertificate.enrolment.Activation;
import org.sekisho.devicecertificate.handback.Check;
import org.sekisho.devicecertificate.handback.Check.Purpose;
import org.sekisho.devicecertificate.handback.Handback;
import org.sekisho.devicecertificate.handback.HostLabels;
import org.sekisho.devicecertificate.handback.Outcome;
import org.sekisho.devicecertificate.handback.Ticket;
import org.sekisho.devicecertificate.platform.DeviceUses;
import org.sekisho.devicecertificate.platform.FirstContact;
import org.sekisho.devicecertificate.platform.Platform;
import org.sekisho.devicecertificate.platform.UserAgents;

/**
 * Judges the certificate of a browser for the tenant that asks. The device's row decides: no name
 * in the certificate is ever read. The row is looked up at each question, because a resumed TLS
 * session shows a certificate that may have been revoked meanwhile.
 */
final class DeviceCheck {

  private final KeycloakSession session;
  private final String domain;

  DeviceCheck(KeycloakSession session, String domain) {
    this.session = session;
    this.domain = domain;
  }

  /** Where the browser goes on; empty where nobody asks. */
  Optional<URI> answer(Seen seen) {
    Optional<Check> asked = new Handback(session).take(seen.check());
    RealmModel tenant = asked.map(check -> session.realms().getRealm(check.realmId())).orElse(null);
    if (tenant == null || !HostLabels.tenants(seen.host(), domain).contains(tenant.getName())) {
      return Optional.empty();
    }
    session.getContext().setRealm(tenant);
    Answer answer = judge(tenant, seen);
    return Optional.of(
        asked.get().purpose() == Purpose.SIGN_IN
            ? handBack(asked.get(), seen, answer)
            : new Activation(session, tenant).note(asked.get(), answer.outcome(), answer.id()));
  }

  /** An outcome, and the device where there is one. */
  private record Answer(Outcome outcome, Optional<DeviceEntity> device) {

    String id() {
      return device.map(found -> found.id).orElse("");
    }
  }

  private Answer judge(RealmModel tenant, Seen seen) {
    List<X509Certificate> chain = seen.chain();
    if (chain.isEmpty()) {
      return new Answer(Outcome.NO_CERTIFICATE, Optional.empty());
    }
    long now = Time.currentTimeMillis();
    Optional<Presented> presented = new Authorities(session, tenant).judge(chain, now);
    Devices devices = new Devices(session, tenant);
    Optional<DeviceEntity> device =
        presented.flatMap(
            ours ->
                devices
                    .byFingerprint(ours.fingerprint())
                    .filter(found -> found.authorityId.equals(ours.authorityId())));
    if (device.isEmpty()) {
      return new Answer(Outcome.OTHER_CERTIFICATE, Optional.empty());
    }
    if (!device.get().state.opens() || !presented.get().trusted()) {
      return new Answer(Outcome.REVOKED, device);
    }
    if (presented.get().expired() || !device.get().isUsable(now)) {
      return new Answer(Outcome.EXPIRED, device);
    }
    return use(tenant, device.get(), seen, now);
  }

  private Answer use(RealmModel tenant, DeviceEntity device, Seen seen, long now) {
    Platform platform = UserAgents.platform(seen.userAgent());
    if (!FirstContact.admits(device, platform)) {
      return new Answer(Outcome.OTHER_PLATFORM, Optional.of(device));
    }
    if (!new Devices(session, tenant).use(device, now)) {
      return new Answer(Outcome.REVOKED, Optional.of(device));
    }
    new DeviceUses(session, tenant).note(device, platform, seen.address(), now);
    return new Answer(Outcome.VALID, Optional.of(device));
  }

  private URI handBack(Check asked, Seen seen, Answer answer) {
    String ticket =
        new Handback(session)
            .answer(
                new Ticket(
                    seen.check(), answer.outcome(), answer.id(), seen.address(), seen.agent()));
    return URI.create(asked.subject() + "&ticket=" + ticket);
  }
}
