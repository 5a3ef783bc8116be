package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  private static final Duration SOON = Duration.ofMillis(50);

  private final AtomicInteger ends = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);

  private void end() {
    ends.incrementAndGet();
    ended.countDown();
  }

  private boolean endIsSeen() throws InterruptedException {
    return ended.await(30, TimeUnit.SECONDS);
  }

  /** Whatever was due before has been ended when this one is. */
  private static boolean letTimePass() throws InterruptedException {
    CountDownLatch later = new CountDownLatch(1);
    return Deadlines.within(
        Duration.ofMillis(400), later::countDown, () -> later.await(30, TimeUnit.SECONDS));
  }

  @Test
  void whatTakesTooLongIsEndedOnce() throws InterruptedException {
    boolean passed = Deadlines.within(SOON, this::end, () -> endIsSeen() && letTimePass());
    assertThat(passed).isTrue();
    assertThat(ends).hasValue(1);
  }

  @Test
  void whatIsDoneInTimeIsLeftAlone() throws InterruptedException {
    assertThat(Deadlines.within(SOON.plusMillis(250), this::end, () -> "done")).isEqualTo("done");
    assertThat(letTimePass()).isTrue();
    assertThat(ends).hasValue(0);
  }

  @Test
  void whatFailsByItselfIsLeftAlone() throws InterruptedException {
    assertThatThrownBy(
            () ->
                Deadlines.within(
                    SOON.plusMillis(250),
                    this::end,
                    () -> {
                      throw new IOException("by itself");
                    }))
        .hasMessage("by itself");
    assertThat(letTimePass()).isTrue();
    assertThat(ends).hasValue(0);
  }

  @Test
  void oneThatCannotBeEndedHoldsUpNoOther() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    boolean seen =
        Deadlines.within(
            SOON,
            never::await,
            () ->
                Deadlines.within(
                    SOON,
                    DeadlinesTest::fail,
                    () -> Deadlines.within(SOON.multipliedBy(3), this::end, this::endIsSeen)));
    never.countDown();
    assertThat(seen).isTrue();
  }

  private static void fail() {
    throw new IllegalStateException("cannot be ended");
  }
}
