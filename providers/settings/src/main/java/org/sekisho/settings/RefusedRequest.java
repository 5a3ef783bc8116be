package org.sekisho.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;
import org.sekisho.core.ReferenceNumber;

/** What an application had asked for when it was refused, from Keycloak's event of the refusal. */
final class RefusedRequest {

  /** Event detail of the federation, see docs/federation.md. */
  private static final String DETAIL = "sekisho_request";

  private static final String REASON = "reason";
  private static final int MOST_EVENTS = 50;

  private RefusedRequest() {}

  /**
   * The decoded request.
   *
   * @param millis when it was refused
   * @return empty where the event is not kept any more, or tells of no request
   */
  static Map<String, String> of(
      KeycloakSession session, RealmModel tenant, String reference, long millis) {
    return session
        .getProvider(EventStoreProvider.class)
        .createQuery()
        .realm(tenant.getId())
        .fromDate(millis)
        .toDate(millis)
        .maxResults(MOST_EVENTS)
        .getResultStream()
        .filter(event -> reference.equals(detail(event, ReferenceNumber.EVENT_DETAIL)))
        .findFirst()
        .map(RefusedRequest::read)
        .orElse(Map.of());
  }

  private static Map<String, String> read(Event event) {
    String json = detail(event, DETAIL);
    if (json == null) {
      return Map.of();
    }
    try {
      Map<String, String> facts = new TreeMap<>();
      facts.putAll(JsonSerialization.readValue(json, new TypeReference<Map<String, String>>() {}));
      String reason = detail(event, REASON);
      if (reason != null) {
        facts.put(REASON, reason);
      }
      return facts;
    } catch (IOException unreadable) {
      return Map.of();
    }
  }

  private static String detail(Event event, String name) {
    return event.getDetails() == null ? null : event.getDetails().get(name);
  }
}
