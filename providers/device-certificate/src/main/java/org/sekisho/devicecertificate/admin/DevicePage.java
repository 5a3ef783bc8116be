package org.sekisho.devicecertificate.admin;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.UserModel;
import org.sekisho.core.Faults;
import org.sekisho.devicecertificate.device.DeviceEntity;
import org.sekisho.devicecertificate.device.DeviceState;

/**
 * A page of a tenant's devices, by identifier.
 *
 * @param next {@code after} of the next page; null where this is the last
 */
record DevicePage(List<Entry> devices, String next) {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** What is asked for; null where something is not. */
  record Filter(String user, String state, String after, Integer limit) {}

  /** A device. Times are milliseconds since the epoch. */
  record Entry(
      String id,
      String user,
      String name,
      String platform,
      String method,
      boolean hardwareBound,
      String state,
      String serial,
      long issuedAt,
      long expiresAt,
      Long lastUsedAt,
      Long revokedAt,
      String revocationReason) {}

  static DevicePage of(DevicesCaller caller, Filter filter) {
    Faults faults = new Faults();
    Optional<DeviceState> state =
        Arrays.stream(DeviceState.values())
            .filter(known -> known.name().equals(filter.state()))
            .findFirst();
    faults.require(
        "state",
        filter.state() == null || state.isPresent(),
        "must be one of " + Arrays.toString(DeviceState.values()));
    faults.refuse("request-invalid", "Devices not listed");
    int limit = Math.max(1, Math.min(MOST, filter.limit() == null ? USUAL : filter.limit()));
    List<DeviceEntity> found = find(caller, filter, state.orElse(null), limit + 1);
    boolean more = found.size() > limit;
    List<DeviceEntity> shown = more ? found.subList(0, limit) : found;
    return new DevicePage(
        shown.stream().map(device -> entry(caller, device)).toList(),
        more ? shown.get(limit - 1).id : null);
  }

  private static List<DeviceEntity> find(
      DevicesCaller caller, Filter filter, DeviceState state, int limit) {
    EntityManager entities =
        caller.session().getProvider(JpaConnectionProvider.class).getEntityManager();
    UserModel user =
        filter.user() == null
            ? null
            : caller.session().users().getUserByUsername(caller.tenant(), filter.user().strip());
    TypedQuery<DeviceEntity> query =
        entities.createQuery(
            "select d from DeviceEntity d where d.realmId = :realm and d.id > :after"
                + (filter.user() == null ? "" : " and d.userId = :user")
                + (state == null ? "" : " and d.state = :state")
                + " order by d.id",
            DeviceEntity.class);
    query.setParameter("realm", caller.tenant().getId());
    query.setParameter("after", filter.after() == null ? "" : filter.after());
    if (filter.user() != null) {
      query.setParameter("user", user == null ? "" : user.getId());
    }
    if (state != null) {
      query.setParameter("state", state);
    }
    return query.setMaxResults(limit).getResultList();
  }

  private static Entry entry(DevicesCaller caller, DeviceEntity device) {
    UserModel user = caller.session().users().getUserById(caller.tenant(), device.userId);
    return new Entry(
        device.id,
        user == null ? null : user.getUsername(),
        device.name,
        device.platform,
        device.method.name(),
        device.method.isHardwareBound(),
        device.state.name(),
        device.serial,
        device.issuedAt,
        device.expiresAt,
        device.lastUsedAt,
        device.revokedAt,
        device.revocationReason == null ? null : device.revocationReason.name());
  }
}
