package org.sekisho.federation.microsoft365;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Admin events of the tenant: what was changed, by whom, and what Microsoft was seen to do. */
final class Records {

  static final String RESOURCE = "SEKISHO_MICROSOFT365";

  private Records() {}

  /**
   * What an event tells.
   *
   * @param reason the author's, or what the server does it for
   */
  static Map<String, Object> change(String reason, Object before, Object after) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("reason", reason);
    change.put("before", before);
    change.put("after", after);
    return change;
  }

  static String path(String below) {
    return "sekisho/microsoft365/" + below;
  }

  /** Of what the server did by itself: the event names no user. */
  static void ofServer(
      KeycloakSession session, RealmModel realm, String below, Map<String, Object> change) {
    AuthDetails server = new AuthDetails();
    server.setRealmId(realm.getId());
    server.setRealmName(realm.getName());
    AdminEvent event = new AdminEvent();
    event.setId(UUID.randomUUID().toString());
    event.setTime(Time.currentTimeMillis());
    event.setRealmId(realm.getId());
    event.setRealmName(realm.getName());
    event.setAuthDetails(server);
    event.setOperationType(OperationType.UPDATE);
    event.setResourceTypeAsString(RESOURCE);
    event.setResourcePath(path(below));
    event.setRepresentation(json(change));
    session.getProvider(EventStoreProvider.class).onEvent(event, true);
  }

  private static String json(Object change) {
    try {
      return JsonSerialization.writeValueAsString(change);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
