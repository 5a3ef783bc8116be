package org.sekisho.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/** An admin event of the clock, for which there is no caller that Keycloak could name. */
final class TimeEvent {

  private TimeEvent() {}

  static void write(
      KeycloakSession session, RealmModel realm, String authorId, Map<String, Object> change) {
    AuthDetails author = new AuthDetails();
    author.setRealmId(realm.getId());
    author.setRealmName(realm.getName());
    author.setUserId(authorId);
    AdminEvent event = new AdminEvent();
    event.setId(KeycloakModelUtils.generateId());
    event.setTime(Time.currentTimeMillis());
    event.setRealmId(realm.getId());
    event.setRealmName(realm.getName());
    event.setAuthDetails(author);
    event.setOperationType(OperationType.UPDATE);
    event.setResourceTypeAsString("SEKISHO_SETTINGS");
    event.setResourcePath("sekisho/settings/access-changes/time");
    try {
      event.setRepresentation(JsonSerialization.writeValueAsString(change));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    session.getProvider(EventStoreProvider.class).onEvent(event, true);
  }
}
