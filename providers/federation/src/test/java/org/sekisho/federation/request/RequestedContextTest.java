package org.sekisho.federation.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.core.Assurance;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;
import org.sekisho.federation.request.RequestedContext.Comparison;

class RequestedContextTest {

  private static final String UNKNOWN = "urn:example:unknown";
  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());
  private static final List<String> CLASSES =
      List.of(
          RequestedContext.MULTIPLE_AUTHN,
          RequestedContext.REFEDS_MFA,
          RequestedContext.PASSWORD_PROTECTED_TRANSPORT,
          RequestedContext.PASSWORD,
          RequestedContext.UNSPECIFIED,
          UNKNOWN);

  /**
   * 2: two factors, 2r: the same by another name, 1: password, 1p: password, 0: any, ?: unknown.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "EXACT, '', NONE, 1, 2",
        "EXACT, 2, MULTI_FACTOR, none, 2",
        "EXACT, 2r, MULTI_FACTOR, none, 2r",
        "EXACT, 1, PASSWORD, 1, 1",
        "EXACT, 1p, PASSWORD, 1p, 1p",
        "EXACT, 0, NONE, 0, 0",
        "EXACT, 2 1, PASSWORD, 1, 2",
        "EXACT, 1 2, PASSWORD, 1, 1",
        "EXACT, ? 1, PASSWORD, 1, 1",
        "EXACT, ?, none, none, none",
        "MINIMUM, 1, PASSWORD, 1, 2",
        "MINIMUM, 2r, MULTI_FACTOR, none, 2",
        "MINIMUM, ?, none, none, none",
        "BETTER, 1, MULTI_FACTOR, none, 2",
        "BETTER, 0, PASSWORD, 1, 2",
        "BETTER, 2, none, none, none",
        "MAXIMUM, 1, NONE, 1, 1",
        "MAXIMUM, 2, NONE, 1, 2",
        "MAXIMUM, ?, none, none, none"
      })
  void whatIsDemandedAndAnswered(
      Comparison comparison,
      String asked,
      Assurance demanded,
      String afterPassword,
      String afterTwo) {
    RequestedContext request =
        new RequestedContext(
            comparison,
            asked.isEmpty()
                ? List.of()
                : Stream.of(asked.split(" ", -1)).map(RequestedContextTest::name).toList());
    assertThat(request.demanded()).isEqualTo(Optional.ofNullable(demanded));
    assertThat(request.answer(Assurance.PASSWORD))
        .isEqualTo(Optional.ofNullable(afterPassword).map(RequestedContextTest::name));
    assertThat(request.answer(Assurance.MULTI_FACTOR))
        .isEqualTo(Optional.ofNullable(afterTwo).map(RequestedContextTest::name));
  }

  private static String name(String shorthand) {
    return switch (shorthand) {
      case "2" -> RequestedContext.MULTIPLE_AUTHN;
      case "2r" -> RequestedContext.REFEDS_MFA;
      case "1" -> RequestedContext.PASSWORD_PROTECTED_TRANSPORT;
      case "1p" -> RequestedContext.PASSWORD;
      case "0" -> RequestedContext.UNSPECIFIED;
      default -> UNKNOWN;
    };
  }

  /** Ten thousand requests and sessions: no answer says more than was proven. */
  @Test
  void noAnswerSaysMoreThanWasProven() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      ProvenFactors proven = ProvenFactors.NONE;
      boolean password = random.nextBoolean();
      boolean second = random.nextBoolean();
      proven = password ? proven.with(Factor.PASSWORD, 1) : proven;
      Factor[] others = {Factor.SMS, Factor.TOTP, Factor.RECOVERY_CODE, Factor.PASSKEY};
      proven = second ? proven.with(others[random.nextInt(others.length)], 2) : proven;
      List<String> asked = new ArrayList<>();
      for (int count = random.nextInt(4); count > 0; count--) {
        asked.add(CLASSES.get(random.nextInt(CLASSES.size())));
      }
      RequestedContext request =
          RequestedContext.fromNote(
              new RequestedContext(COMPARISONS.get(random.nextInt(4)), asked).toNote());

      Optional<String> answer = request.answer(Assurance.of(proven));

      String told = "seed " + seed + ": " + request + " after " + proven + " -> " + answer;
      boolean two =
          answer.filter(c -> c.contains("multipleauthn") || c.contains("refeds")).isPresent();
      boolean one = answer.filter(c -> c.contains("Password")).isPresent();
      assertThat(!two || (password && second)).as(told).isTrue();
      assertThat(!one || password).as(told).isTrue();
      assertThat(answer.isEmpty() || !answer.get().equals(UNKNOWN)).as(told).isTrue();
    }
  }

  @Test
  void aDamagedNoteAsksForNothing() {
    assertThat(RequestedContext.fromNote(null)).isEqualTo(RequestedContext.NONE);
    assertThat(RequestedContext.fromNote("nonsense")).isEqualTo(RequestedContext.NONE);
  }
}
