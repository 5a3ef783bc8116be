package org.sekisho.loginhistory.event;

import java.util.Map;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

/**
 * What an event of Keycloak says, without the event.
 *
 * @param error null where it tells of a success
 * @param factorAsked name of the factor that was being asked; null where none is known
 */
record Happening(
    EventType type,
    String error,
    String userKey,
    String clientId,
    Map<String, String> details,
    String factorAsked) {

  static Happening of(Event event, String factorAsked) {
    return new Happening(
        event.getType(),
        event.getError(),
        event.getUserId(),
        event.getClientId(),
        event.getDetails() == null ? Map.of() : event.getDetails(),
        factorAsked);
  }

  String detail(String name) {
    return details.get(name);
  }
}
