package org.sekisho.testaccess;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Lets time pass for the tenant's domains at Microsoft 365 and for its rollover. */
public final class Microsoft365Time {

  private final KeycloakSession session;

  Microsoft365Time(KeycloakSession session) {
    this.session = session;
  }

  /** Microsoft was last asked to federate the tenant's domains so many minutes earlier. */
  @POST
  @Path("sent")
  public void sent(@QueryParam("minutes") long minutes) {
    age("update SEKISHO_M365_DOMAIN set FEDERATE_SENT_AT = FEDERATE_SENT_AT - :age", minutes);
  }

  /** The present step of the rollover began so many minutes earlier. */
  @POST
  @Path("rollover")
  public void rollover(@QueryParam("minutes") long minutes) {
    age("update SEKISHO_M365_ROLLOVER set STEP_AT = STEP_AT - :age", minutes);
  }

  private void age(String change, long minutes) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    entities
        .createNativeQuery(change + " where REALM_ID = :realm")
        .setParameter("age", Duration.ofMinutes(minutes).toMillis())
        .setParameter("realm", session.getContext().getRealm().getId())
        .executeUpdate();
  }
}
