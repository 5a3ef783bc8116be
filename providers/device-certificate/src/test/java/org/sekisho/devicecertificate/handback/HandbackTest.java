package org.sekisho.devicecertificate.handback;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** Over a store that does what Keycloak's promises, by a clock of the test's. */
class HandbackTest {

  private static final Check CHECK =
      new Check("realm", Check.Purpose.SIGN_IN, "https://id.example/a?b", "192.0.2.1", "agent");
  private static final Ticket TICKET =
      new Ticket("check", Outcome.VALID, "device", "192.0.2.1", "agent");

  private final Objects objects = new Objects();
  private final Handback handback = new Handback(sessionWith(objects));

  private static KeycloakSession sessionWith(SingleUseObjectProvider objects) {
    return (KeycloakSession)
        Proxy.newProxyInstance(
            HandbackTest.class.getClassLoader(),
            new Class<?>[] {KeycloakSession.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("singleUseObjects")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return objects;
            });
  }

  @Test
  void anAnswerIsGoodForAMinute() {
    String inTime = handback.answer(TICKET);
    String late = handback.answer(TICKET);
    objects.seconds += 59;
    assertThat(handback.redeem(inTime)).contains(TICKET);
    objects.seconds += 1;
    assertThat(handback.redeem(late)).isEmpty();
  }

  @Test
  void aQuestionIsGoodForTwoMinutes() {
    String inTime = handback.ask(CHECK);
    String late = handback.ask(CHECK);
    objects.seconds += 119;
    assertThat(handback.take(inTime)).contains(CHECK);
    objects.seconds += 1;
    assertThat(handback.take(late)).isEmpty();
  }

  @Test
  void eachIsTakenOnce() {
    String question = handback.ask(CHECK);
    String answer = handback.answer(TICKET);
    assertThat(handback.take(question)).isPresent();
    assertThat(handback.take(question)).isEmpty();
    assertThat(handback.redeem(answer)).isPresent();
    assertThat(handback.redeem(answer)).isEmpty();
  }

  @Test
  void aQuestionIsNoAnswerAndAnAnswerNoQuestion() {
    assertThat(handback.redeem(handback.ask(CHECK))).isEmpty();
    assertThat(handback.take(handback.answer(TICKET))).isEmpty();
  }

  @Test
  void whatIsNoSecretNameIsNotLookedUp() {
    objects.put("sekisho-device-ticket:guess", 60, TICKET.toNotes());
    assertThat(handback.redeem("guess")).isEmpty();
    assertThat(handback.redeem(null)).isEmpty();
    assertThat(objects.contains("sekisho-device-ticket:guess")).isTrue();
  }

  private static final class Objects implements SingleUseObjectProvider {

    private record Kept(long until, Map<String, String> notes) {}

    private final Map<String, Kept> kept = new HashMap<>();
    private long seconds = 1_000;

    @Override
    public void put(String key, long lifespanSeconds, Map<String, String> notes) {
      kept.put(key, new Kept(seconds + lifespanSeconds, notes));
    }

    @Override
    public Map<String, String> get(String key) {
      Kept found = kept.get(key);
      return found == null || seconds >= found.until() ? null : found.notes();
    }

    @Override
    public Map<String, String> remove(String key) {
      Map<String, String> notes = get(key);
      kept.remove(key);
      return notes;
    }

    @Override
    public boolean contains(String key) {
      return get(key) != null;
    }

    @Override
    public boolean replace(String key, Map<String, String> notes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean putIfAbsent(String key, long lifespanSeconds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
