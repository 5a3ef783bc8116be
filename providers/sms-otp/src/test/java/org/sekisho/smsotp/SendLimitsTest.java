package org.sekisho.smsotp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendLimitsTest {

  private static final long NOW = 1_000_000;
  private static final long AN_HOUR_AGO = NOW - 3600;
  private static final SendLimits LIMITS = limits(List.of(30, 60, 120), 3);

  @Test
  void theFirstMessageIsAllowed() {
    assertThat(LIMITS.decide(history(List.of(), 0, 0, 0), false, NOW, () -> 1).allowed()).isTrue();
  }

  @ParameterizedTest(name = "{0} messages, the last {1} s ago: wait {2} s")
  @CsvSource({
    "1, 0, 30",
    "1, 29, 1",
    "1, 30, 0",
    "2, 0, 60",
    "2, 59, 1",
    "2, 60, 0",
    "3, 0, 120",
    "3, 119, 1",
    "3, 120, 0",
    "4, 0, 120",
    "9, 119, 1"
  })
  void theWaitGrowsWithEachMessage(int messages, long lastSecondsAgo, long wait) {
    List<Long> sent = Collections.nCopies(messages, NOW - lastSecondsAgo);
    assertThat(LIMITS.waitSeconds(sent, NOW)).isEqualTo(wait);
  }

  @Test
  void whoMustWaitIsToldHowLongAndNothingElse() {
    assertThat(LIMITS.decide(history(sentAgo(10), 99, 99, 999), false, NOW, () -> 1))
        .isEqualTo(new SendLimits.Decision(20, null));
    assertThat(LIMITS.decide(history(sentAgo(10), 0, 0, 0), false, NOW, () -> 1).allowed())
        .isFalse();
  }

  @ParameterizedTest(name = "{0} and {1} s ago: the last counts as number {2}")
  @CsvSource({"599, 0, 60", "600, 0, 30", "601, 0, 30"})
  void messagesOlderThanTenMinutesDoNotLengthenTheWait(long first, long second, long wait) {
    assertThat(LIMITS.waitSeconds(sentAgo(first, second), NOW)).isEqualTo(wait);
  }

  @ParameterizedTest(name = "the first of three {0} s ago")
  @CsvSource({"599, number_ten_minutes", "600,", "601,"})
  void aNumberGetsThreeMessagesInTenMinutes(long first, String limit) {
    List<Long> sent = sentAgo(first, 400, 200);
    assertThat(LIMITS.decide(history(sent, 3, 3, 3), false, NOW, () -> 1))
        .isEqualTo(new SendLimits.Decision(0, limit));
  }

  @ParameterizedTest(
      name = "{0} to the number, {1} to the user, {2} of the tenant, {3} of the address")
  @CsvSource({
    "9, 9, 14, 299,",
    "10, 0, 0, 0, number_day",
    "0, 10, 0, 0, user_day",
    "0, 0, 0, 300, address_hour",
    "0, 0, 15, 0, tenant_day",
    "11, 11, 16, 301, number_day"
  })
  void eachCapHoldsByItself(int toNumber, int toUser, int byTenant, int fromAddress, String limit) {
    List<Long> sent = Collections.nCopies(toNumber, AN_HOUR_AGO);
    SendLimits.Decision decision =
        LIMITS.decide(history(sent, toUser, byTenant, fromAddress), false, NOW, () -> 3);
    assertThat(decision).isEqualTo(new SendLimits.Decision(0, limit));
    assertThat(decision.allowed()).isEqualTo(limit == null);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, true",
    "0, 5, false",
    "1, 4, true",
    "1, 5, false",
    "100, 499, true",
    "100, 500, false"
  })
  void aTenantGetsFiveMessagesADayForEachUser(int users, int sent, boolean allowed) {
    assertThat(LIMITS.decide(history(List.of(), 0, sent, 0), false, NOW, () -> users).allowed())
        .isEqualTo(allowed);
  }

  @ParameterizedTest(name = "{0} messages to a number that is being registered: {1}")
  @CsvSource({"true, 5, true", "true, 6, false", "false, 6, true", "false, 9, true"})
  void aNumberThatIsNotProvenYetHasACapOfItsOwn(boolean registering, int sent, boolean allowed) {
    List<Long> toNumber = Collections.nCopies(sent, AN_HOUR_AGO);
    assertThat(LIMITS.decide(history(toNumber, 0, 0, 0), registering, NOW, () -> 1).allowed())
        .isEqualTo(allowed);
  }

  @Test
  void usersAreCountedOnlyWhereThatDecides() {
    IntSupplier never =
        () -> {
          throw new AssertionError("counted");
        };
    assertThat(LIMITS.decide(history(List.of(), 10, 0, 0), false, NOW, never).allowed()).isFalse();
    assertThat(LIMITS.decide(history(sentAgo(1), 0, 0, 0), false, NOW, never).allowed()).isFalse();
  }

  @Test
  void aShortListOfWaitsRepeatsItsLast() {
    assertThat(limits(List.of(40), 10).waitSeconds(sentAgo(3, 2, 1), NOW)).isEqualTo(39);
  }

  private static List<Long> sentAgo(long... secondsAgo) {
    return Arrays.stream(secondsAgo).mapToObj(ago -> NOW - ago).toList();
  }

  private static SendLimits.History history(
      List<Long> toNumber, int toUser, int byTenant, int fromAddress) {
    return new SendLimits.History(toNumber, toUser, byTenant, fromAddress);
  }

  private static SendLimits limits(List<Integer> waits, int inTenMinutes) {
    return new SendLimits(
        new SmsSettings(
            Duration.ofMinutes(5), 5, waits, inTenMinutes, 10, 6, 10, 5, 300, Set.of("JP")));
  }
}
