package org.sekisho.devicecertificate.keep;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.ExpiryQuery;
import org.sekisho.core.ExpirySchedule;
import org.sekisho.core.FactsMail;
import org.sekisho.core.MailReaders;
import org.sekisho.core.RowWalk;
import org.sekisho.core.RowWalk.Walked;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;
import org.sekisho.devicecertificate.rules.DeviceRules;

/**
 * Tells users by mail that a certificate expires. That it was told is noted in the transaction that
 * sends: a mail that the relay does not take is tried again.
 */
public final class ExpiryMails implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(ExpiryMails.class);
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  static final ExpiryQuery QUERY =
      new ExpiryQuery("DeviceEntity", "r.state = " + DeviceState.class.getName() + ".ACTIVE");

  private final RowWalk walk = new RowWalk(LONGEST_RUN);

  @Override
  public void run(KeycloakSession session) {
    Walked walked =
        walk.go(
            session.getKeycloakSessionFactory(),
            (own, after) -> QUERY.page(entities(own), after, Time.currentTimeMillis()),
            ExpiryMails::tell);
    if (walked.failed() > 0) {
      LOG.warnf(
          "%d mails about a certificate's expiry were not sent, as %s",
          walked.failed(), walked.example());
    }
  }

  private static void tell(KeycloakSession own, String id) {
    DeviceEntity device = entities(own).find(DeviceEntity.class, id);
    long now = Time.currentTimeMillis();
    Optional<Integer> days =
        ExpirySchedule.due(Duration.ofMillis(device.expiresAt - now), device.expiryMail);
    RealmModel tenant = own.realms().getRealm(device.realmId);
    if (days.isEmpty() || tenant == null) {
      return;
    }
    // Before the user is read: one that is not in the cache is read with the realm of the session.
    own.getContext().setRealm(tenant);
    UserModel user = own.users().getUserById(tenant, device.userId);
    if (user == null) {
      return;
    }
    device.expiryMail = days.get();
    if (isTold(tenant, user)) {
      send(own, tenant, user, device);
    }
  }

  /** Nobody is led to a page that cannot renew: the plan may have lost the option. */
  private static boolean isTold(RealmModel tenant, UserModel user) {
    return DeviceRules.of(tenant).available() && MailReaders.hasAddress(user);
  }

  private static void send(
      KeycloakSession own, RealmModel tenant, UserModel user, DeviceEntity device) {
    Locale locale = own.getContext().resolveLocale(user, true);
    List<Map<String, String>> facts =
        List.of(
            FactsMail.fact("sekishoFactAccount", user.getUsername()),
            FactsMail.fact("sekishoFactDevice", device.name),
            FactsMail.fact("sekishoFactExpires", ExpirySchedule.day(device.expiresAt, locale)));
    new FactsMail("sekishoDeviceExpiring", facts).send(own, tenant, user);
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
