package org.sekisho.devicecertificate.keep;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.core.RowWalk;
import org.sekisho.core.RowWalk.Walked;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.Revocation;

/**
 * Ends the sessions of devices that were revoked together, and writes each revocation down, so that
 * users hear of it. The door is closed before, by the rows.
 *
 * <p>Each device in a transaction of its own, which takes the note of it away: after a crash it is
 * done again, and of two nodes the second one finds the note gone.
 */
public final class Farewells implements ScheduledTask {

  private static final Logger LOG = Logger.getLogger(Farewells.class);
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  private final RowWalk walk = new RowWalk(LONGEST_RUN);

  @Override
  public void run(KeycloakSession session) {
    Walked walked =
        walk.go(
            session.getKeycloakSessionFactory(),
            (own, after) -> waiting(entities(own), after),
            Farewells::conclude);
    if (walked.failed() > 0) {
      LOG.errorf(
          "%d devices of retired issuing CAs were not signed out, tried again, as %s",
          walked.failed(), walked.example());
    }
  }

  /** The next ones by their identifiers. */
  static List<String> waiting(EntityManager entities, String after) {
    return entities
        .createQuery(
            "select f.id from FarewellEntity f where f.id > :after order by f.id", String.class)
        .setParameter("after", after)
        .setMaxResults(RowWalk.PAGE)
        .getResultList();
  }

  private static void conclude(KeycloakSession own, String id) {
    if (!take(entities(own), id)) {
      return;
    }
    DeviceEntity device = entities(own).find(DeviceEntity.class, id);
    RealmModel tenant = device == null ? null : own.realms().getRealm(device.realmId);
    if (tenant != null) {
      own.getContext().setRealm(tenant);
      new Revocation(own, tenant).conclude(device);
    }
  }

  /** Whether it is this transaction that takes it: others wait here for its end. */
  static boolean take(EntityManager entities, String id) {
    return entities
            .createQuery("delete from FarewellEntity f where f.id = :id")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  private static EntityManager entities(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  @Override
  public String getTaskName() {
    return "sekisho-device-farewells";
  }
}
