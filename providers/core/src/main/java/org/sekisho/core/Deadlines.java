package org.sekisho.core;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends what takes too long: a request to a server that hangs, a statement that waits for a lock.
 *
 * <p>One thread looks ten times a second at all that is under way. A timer that is set and taken
 * back for each of them would wake its thread twice, and a sign-in has several.
 */
public final class Deadlines {

  private static final Logger LOG = Logger.getLogger(Deadlines.class);

  /** How much later than asked something may be ended. */
  static final Duration PRECISION = Duration.ofMillis(100);

  private static final Deadlines OF_THE_NODE = new Deadlines();

  private final Set<Guarded> underWay = ConcurrentHashMap.newKeySet();

  /** Ending may take time itself, and must not hold up the others. */
  private final Executor ending = Executors.newCachedThreadPool(Deadlines::daemon);

  private Deadlines() {
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Deadlines::daemon);
    long pause = PRECISION.toMillis();
    var unused = watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** How something is ended; from another thread than the one that does it. */
  @FunctionalInterface
  public interface End {
    void now() throws Exception;
  }

  /** What may take too long. */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    T run() throws X;
  }

  private record Guarded(long limit, End end) {}

  /**
   * Does the work, and calls {@code end}, once, where it takes longer than the time. The work is
   * expected to fail then; it is waited for in any case.
   */
  public static <T, X extends Exception> T within(Duration time, End end, Work<T, X> work)
      throws X {
    Guarded guarded = new Guarded(System.nanoTime() + time.toNanos(), end);
    OF_THE_NODE.underWay.add(guarded);
    try {
      return work.run();
    } finally {
      OF_THE_NODE.underWay.remove(guarded);
    }
  }

  private void look() {
    long now = System.nanoTime();
    List<Guarded> due = underWay.stream().filter(guarded -> guarded.limit - now <= 0).toList();
    for (Guarded guarded : due) {
      if (underWay.remove(guarded)) {
        beginToEnd(guarded);
      }
    }
  }

  /** Whatever goes wrong here must not end the watch. */
  private void beginToEnd(Guarded guarded) {
    try {
      ending.execute(() -> end(guarded));
    } catch (RuntimeException | Error noThread) {
      LOG.errorf(noThread, "Something that takes too long is ended later");
      underWay.add(guarded);
    }
  }

  private static void end(Guarded guarded) {
    try {
      guarded.end.now();
    } catch (Exception failed) {
      LOG.debugf(failed, "Something that took too long could not be ended");
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sekisho-deadlines");
    thread.setDaemon(true);
    return thread;
  }
}
