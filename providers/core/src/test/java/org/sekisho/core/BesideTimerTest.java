package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TaskRunner;

class BesideTimerTest {

  private final Queue<Runnable> begun = new ArrayDeque<>();
  private int rounds;

  private TaskRunner job(Runnable work) {
    return new TaskRunner() {
      @Override
      public void run() {
        rounds++;
        work.run();
      }

      @Override
      public ScheduledTask getTask() {
        return none -> {};
      }
    };
  }

  @Test
  void theTimerGoesOnAndRoundsDoNotOverlap() {
    BesideTimer timer = new BesideTimer(job(() -> {}), begun::add);
    timer.run();
    timer.run();
    assertThat(rounds).as("the timer's thread does none of it").isZero();
    assertThat(begun).hasSize(1);
    begun.remove().run();
    timer.run();
    begun.remove().run();
    assertThat(rounds).isEqualTo(2);
  }

  @Test
  void aRoundThatFailsIsNotTheLast() {
    BesideTimer timer =
        new BesideTimer(
            job(
                () -> {
                  throw new IllegalStateException("no database");
                }),
            begun::add);
    timer.run();
    begun.remove().run();
    timer.run();
    assertThat(begun).hasSize(1);
  }

  @Test
  void aServerThatStopsBeginsNoRound() {
    BesideTimer timer =
        new BesideTimer(
            job(() -> {}),
            round -> {
              begun.add(round);
              throw new RejectedExecutionException();
            });
    timer.run();
    timer.run();
    assertThat(begun).hasSize(2);
    assertThat(rounds).isZero();
  }
}
