package org.sekisho.tenant.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Tells the tenant what became of a proof; nobody has called, so the record names no user. */
final class RecheckEvent {

  private static final String REASON = "daily check of the record";

  private final KeycloakSession session;
  private final RealmModel realm;

  RecheckEvent(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  void write(DomainProofEntity proof, DomainAnswers.Entry before, DomainAnswers.Entry after) {
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
    event.setResourceTypeAsString(DomainChange.EVENT_RESOURCE);
    event.setResourcePath(DomainChange.eventPath(proof.record().domain()));
    event.setRepresentation(json(DomainChange.representation(REASON, before, after)));
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
