package org.sekisho.devicecertificate.keep;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.ExpirySchedule;
import org.sekisho.devicecertificate.RowWalk;
import org.sekisho.devicecertificate.RowWalk.Walked;
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
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final RowWalk walk = new RowWalk(LONGEST_RUN);

  @Override
  public void run(KeycloakSession session) {
    KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
    Walked walked =
        walk.go(
            after ->
                KeycloakModelUtils.runJobInTransactionWithResult(
                    factory, own -> candidates(entities(own), after, Time.currentTimeMillis())),
            id -> KeycloakModelUtils.runJobInTransaction(factory, own -> tell(own, id)));
    if (walked.failed() > 0) {
      LOG.warnf(
          "%d mails about a certificate's expiry were not sent, as %s",
          walked.failed(), walked.example());
    }
  }

  /** The next ones by their identifiers. */
  static List<String> candidates(EntityManager entities, String after, long now) {
    return entities
        .createQuery(
            "select d.id from DeviceEntity d where d.state = :active and d.expiresAt > :now"
                + " and ((d.expiryMail is null and d.expiresAt < :first)"
                + " or (d.expiryMail > :secondDays and d.expiresAt < :second)"
                + " or (d.expiryMail > :thirdDays and d.expiresAt < :third))"
                + " and d.id > :after order by d.id",
            String.class)
        .setParameter("active", DeviceState.ACTIVE)
        .setParameter("now", now)
        .setParameter("first", now + Duration.ofDays(ExpirySchedule.DAYS.get(0)).toMillis())
        .setParameter("second", now + Duration.ofDays(ExpirySchedule.DAYS.get(1)).toMillis())
        .setParameter("third", now + Duration.ofDays(ExpirySchedule.DAYS.get(2)).toMillis())
        .setParameter("secondDays", ExpirySchedule.DAYS.get(1))
        .setParameter("thirdDays", ExpirySchedule.DAYS.get(2))
        .setParameter("after", after)
        .setMaxResults(RowWalk.PAGE)
        .getResultList();
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
    return DeviceRules.of(tenant).available()
        && user.getEmail() != null
        && !user.getEmail().isBlank();
  }

  private static void send(
      KeycloakSession own, RealmModel tenant, UserModel user, DeviceEntity device) {
    Locale locale = own.getContext().resolveLocale(user, true);
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("notice", "sekishoDeviceExpiring");
    attributes.put(
        "facts",
        List.of(
            Map.of("label", "sekishoFactAccount", "value", user.getUsername()),
            Map.of("label", "sekishoFactDevice", "value", device.name),
            Map.of("label", "sekishoFactExpires", "value", day(device.expiresAt, locale))));
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, true);
    try {
      own.getProvider(EmailTemplateProvider.class)
          .setRealm(tenant)
          .setUser(user)
          .send("sekishoDeviceExpiringSubject", "sekisho-notice.ftl", attributes);
    } catch (EmailException failed) {
      throw new IllegalStateException("the relay did not take it: " + failed.getMessage(), failed);
    }
  }

  private static String day(long millis, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(locale)
        .format(Instant.ofEpochMilli(millis).atZone(ZONE));
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
