package org.sekisho.devicecertificate.device;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Faults;

/**
 * Which of a tenant's devices are looked for, by identifier.
 *
 * @param user user ID; null for everybody
 * @param state null for all
 * @param after identifier of the last one before; null for the beginning
 */
public record DeviceSearch(String user, DeviceState state, String after) {

  /** Reads what a caller asks for; adds a fault where there is no such state. */
  public static DeviceSearch of(String user, String state, String after, Faults faults) {
    Optional<DeviceState> known =
        Arrays.stream(DeviceState.values()).filter(value -> value.name().equals(state)).findFirst();
    faults.require(
        "state",
        state == null || known.isPresent(),
        "must be one of " + Arrays.toString(DeviceState.values()));
    return new DeviceSearch(user, known.orElse(null), after);
  }

  /** The next page. */
  public DeviceSearch after(String id) {
    return new DeviceSearch(user, state, id);
  }

  /** The first ones, at most {@code limit}. */
  public List<DeviceEntity> find(KeycloakSession session, RealmModel tenant, int limit) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    TypedQuery<DeviceEntity> query =
        entities.createQuery(
            "select d from DeviceEntity d where d.realmId = :realm and d.id > :after"
                + (user == null ? "" : " and d.userId = :user")
                + (state == null ? "" : " and d.state = :state")
                + " order by d.id",
            DeviceEntity.class);
    query.setParameter("realm", tenant.getId());
    query.setParameter("after", after == null ? "" : after);
    if (user != null) {
      UserModel found = session.users().getUserByUsername(tenant, user.strip());
      query.setParameter("user", found == null ? "" : found.getId());
    }
    if (state != null) {
      query.setParameter("state", state);
    }
    return query.setMaxResults(limit).getResultList();
  }
}
