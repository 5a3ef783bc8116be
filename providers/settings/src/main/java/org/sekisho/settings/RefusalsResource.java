package org.sekisho.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.sekisho.core.Problem;
import org.sekisho.core.ReferenceNumber;
import org.sekisho.loginpolicy.Refusal;

/** Looks up the reference number of a refusal: the rule, what it saw, and the remedy. */
@Produces(MediaType.APPLICATION_JSON)
public final class RefusalsResource {

  private static final EventType[] TYPES = {
    EventType.LOGIN_ERROR,
    EventType.CODE_TO_TOKEN_ERROR,
    EventType.REFRESH_TOKEN_ERROR,
    EventType.USER_INFO_REQUEST_ERROR,
    EventType.TOKEN_EXCHANGE_ERROR,
    EventType.INTROSPECT_TOKEN_ERROR
  };

  private final SettingsCall call;

  RefusalsResource(SettingsCall call) {
    this.call = call;
  }

  /**
   * A refusal.
   *
   * @param time in milliseconds since the epoch
   * @param userId null where nobody had said a name yet
   * @param error what Keycloak's event calls it
   * @param remedy what to do, by language
   */
  record Answer(
      String reference,
      long time,
      String userId,
      String address,
      String application,
      String policy,
      String zone,
      String error,
      Map<String, String> remedy) {}

  @GET
  @Path("{reference}")
  public Answer read(@PathParam("reference") String typed) {
    call.requireIdAdministrator();
    String reference = typed.trim().toUpperCase(Locale.ROOT);
    return find(reference)
        .map(event -> answer(reference, event))
        .orElseThrow(
            () ->
                Problem.of(
                        "refusal-unknown",
                        404,
                        "No such refusal",
                        "No refusal of the last 30 days has this reference number.")
                    .toException());
  }

  private Optional<Event> find(String reference) {
    try (Stream<Event> events =
        call.session()
            .getProvider(EventStoreProvider.class)
            .createQuery()
            .realm(call.tenant().getId())
            .type(TYPES)
            .orderByDescTime()
            .getResultStream()) {
      return events
          .filter(event -> reference.equals(detail(event, ReferenceNumber.EVENT_DETAIL)))
          .findFirst();
    }
  }

  private Answer answer(String reference, Event event) {
    UserModel user =
        event.getUserId() == null
            ? null
            : call.session().users().getUserById(call.tenant(), event.getUserId());
    return new Answer(
        reference,
        event.getTime(),
        user == null ? null : user.getUsername(),
        event.getIpAddress(),
        event.getClientId(),
        detail(event, Refusal.POLICY_DETAIL),
        detail(event, Refusal.ZONE_DETAIL),
        event.getError(),
        Remedies.of(event.getError()));
  }

  private static String detail(Event event, String name) {
    return event.getDetails() == null ? null : event.getDetails().get(name);
  }
}
