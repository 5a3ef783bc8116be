package org.sekisho.testaccess;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.timer.ScheduledTask;
import org.sekisho.devicecertificate.keep.DeviceCare;
import org.sekisho.devicecertificate.keep.ExpiryMails;

/** Lets time pass for enrolled devices, and for what was proven in sessions. */
public final class DeviceTime {

  private static final String FACTORS = "sekisho.factors";
  private static final int MOST_SECONDS = 60;
  private static final long PAUSE_MILLIS = 50;

  private final KeycloakSession session;

  DeviceTime(KeycloakSession session) {
    this.session = session;
  }

  /** All that happened to a device was so many hours earlier. */
  @POST
  @Path("passed")
  public void passed(@QueryParam("device") String device, @QueryParam("hours") long hours) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    entities
        .createNativeQuery(
            "update SEKISHO_DEVICE set ISSUED_AT = ISSUED_AT - :age, EXPIRES_AT = EXPIRES_AT - :age,"
                + " LAST_USED_AT = LAST_USED_AT - :age, SUPERSEDED_UNTIL = SUPERSEDED_UNTIL - :age"
                + " where ID = :device and REALM_ID = :realm")
        .setParameter("age", Duration.ofHours(hours).toMillis())
        .setParameter("device", device)
        .setParameter("realm", session.getContext().getRealm().getId())
        .executeUpdate();
  }

  /** What a user has proven in sessions that are open was proven so many minutes earlier. */
  @POST
  @Path("proofs")
  public void proofs(@QueryParam("user") String user, @QueryParam("minutes") long minutes) {
    RealmModel realm = session.getContext().getRealm();
    UserModel found = session.users().getUserById(realm, user);
    session
        .sessions()
        .getUserSessionsStream(realm, found)
        .toList()
        .forEach(open -> age(open, Duration.ofMinutes(minutes).toSeconds()));
  }

  private static void age(UserSessionModel open, long seconds) {
    String older =
        Arrays.stream(open.getNote(FACTORS).split(",", -1))
            .map(entry -> entry.split("=", -1))
            .map(entry -> entry[0] + "=" + (Long.parseLong(entry[1]) - seconds))
            .collect(Collectors.joining(","));
    open.setNote(FACTORS, older);
  }

  /** Does now what the server does each minute. */
  @POST
  @Path("care")
  public void care() throws InterruptedException {
    run(new DeviceCare());
    run(new ExpiryMails());
  }

  /** Not while the server does it: two runs at a time would both tell users of the same. */
  private void run(ScheduledTask task) throws InterruptedException {
    ClusterProvider cluster = session.getProvider(ClusterProvider.class);
    Callable<Boolean> once =
        () -> {
          task.run(session);
          return true;
        };
    while (!cluster
        .executeIfNotExecuted(task.getClass().getSimpleName(), MOST_SECONDS, once)
        .isExecuted()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
