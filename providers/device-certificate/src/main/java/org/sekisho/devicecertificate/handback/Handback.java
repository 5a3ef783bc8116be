package org.sekisho.devicecertificate.handback;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Hands questions to the listener and its answers back, by secret names that can be used once, on
 * whichever node. Nothing can be read from a name.
 */
public final class Handback {

  /** A browser needs moments; a person who is asked which certificate to send needs longer. */
  static final Duration CHECK_LIFE = Duration.ofMinutes(2);

  /** No person is between the answer and its use. */
  static final Duration TICKET_LIFE = Duration.ofMinutes(1);

  private static final String CHECK = "sekisho-device-check:";
  private static final String TICKET = "sekisho-device-ticket:";

  private final SingleUseObjectProvider objects;

  public Handback(KeycloakSession session) {
    this.objects = session.singleUseObjects();
  }

  /** Keeps a question. */
  public String ask(Check check) {
    String name = SecretName.next();
    objects.put(CHECK + name, CHECK_LIFE.toSeconds(), check.toNotes());
    return name;
  }

  /** Takes a question; it cannot be taken twice. */
  public Optional<Check> take(String name) {
    return Optional.ofNullable(remove(CHECK, name)).map(Check::of);
  }

  /** Keeps an answer. */
  public String answer(Ticket ticket) {
    String name = SecretName.next();
    objects.put(TICKET + name, TICKET_LIFE.toSeconds(), ticket.toNotes());
    return name;
  }

  /** Takes an answer; it cannot be taken twice. */
  public Optional<Ticket> redeem(String name) {
    return Optional.ofNullable(remove(TICKET, name)).map(Ticket::of);
  }

  private Map<String, String> remove(String kind, String name) {
    return SecretName.isOne(name) ? objects.remove(kind + name) : null;
  }
}
