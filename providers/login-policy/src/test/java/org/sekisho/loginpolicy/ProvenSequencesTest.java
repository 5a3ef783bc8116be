package org.sekisho.loginpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;
import org.sekisho.core.Assurance;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.testsupport.Fake;

/**
 * Thousands of random lives of a session: sign-ins, steps that fail, step-ups, forced re-entries,
 * other people at the same browser. After each, the session's note is compared with what an
 * observer has seen proven.
 */
class ProvenSequencesTest {

  private static final int SESSIONS = 3_000;
  private static final Map<String, Factor> STEPS =
      Map.of(
          "sekisho-password", Factor.PASSWORD,
          "sekisho-sms-code", Factor.SMS,
          "auth-otp-form", Factor.TOTP,
          "auth-recovery-authn-code-form", Factor.RECOVERY_CODE,
          "webauthn-authenticator", Factor.PASSKEY);
  private static final List<String> NAMES = List.copyOf(STEPS.keySet());
  private static final List<ExecutionStatus> STATUSES = List.of(ExecutionStatus.values());
  private static final List<String> USERS = List.of("hanako", "taro");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /** What an observer has seen in the session: whose it is, and what was proven when. */
  private static final class Seen {
    String user;
    final Map<Factor, Long> times = new EnumMap<>(Factor.class);
  }

  @Test
  void theNoteNeverSaysMoreThanWasSeenAndNothingFresher() {
    for (int session = 0; session < SESSIONS; session++) {
      Seen seen = new Seen();
      String note = null;
      for (int visit = 1; visit <= 1 + random.nextInt(6); visit++) {
        note = visit(seen, note, visit * 100L);
        compare(seen, ProvenFactors.fromNote(note));
      }
    }
  }

  /** One sign-in at the browser; returns the note that the session has afterwards. */
  private String visit(Seen seen, String note, long now) {
    String user = USERS.get(random.nextInt(USERS.size()));
    boolean stepUp = note != null && random.nextBoolean();
    SignIn signIn = new SignIn();
    signIn.user = Fake.of(UserModel.class, Map.of("getId", none -> user));
    if (stepUp) {
      signIn.authNotes.put("sekisho.factors.carried", seen.user + "|" + note);
    }
    if (!stepUp || !user.equals(seen.user)) {
      seen.times.clear();
    }
    seen.user = user;
    for (int step = random.nextInt(4); step >= 0; step--) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      ExecutionStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
      if (signIn.executions.containsKey(name)) {
        continue;
      }
      signIn.step(name, name, status);
      if (status == ExecutionStatus.SUCCESS) {
        seen.times.putIfAbsent(STEPS.get(name), now);
      }
    }
    return CompletedSteps.provenIn(
            signIn.context().getRealm(), signIn.context().getAuthenticationSession(), now)
        .toNote();
  }

  private void compare(Seen seen, ProvenFactors told) {
    String what = "seed " + seed + ": seen " + seen.times + ", told " + told;
    for (Factor factor : Factor.values()) {
      assertThat(told.contains(factor)).as(what).isEqualTo(seen.times.containsKey(factor));
    }
    assertThat(told.provenSince())
        .as(what)
        .isEqualTo(seen.times.values().stream().mapToLong(Long::longValue).min());
    boolean password = seen.times.containsKey(Factor.PASSWORD);
    boolean second = seen.times.keySet().stream().anyMatch(factor -> factor != Factor.PASSWORD);
    Assurance truth =
        password ? (second ? Assurance.MULTI_FACTOR : Assurance.PASSWORD) : Assurance.NONE;
    assertThat(LevelOfAuthentication.of(told)).as(what).isEqualTo(truth.level());
  }
}
