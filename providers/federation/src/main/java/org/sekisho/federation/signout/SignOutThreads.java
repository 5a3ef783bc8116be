package org.sekisho.federation.signout;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The threads that wait for applications, and the clock that ends the waiting. */
final class SignOutThreads implements AutoCloseable {

  private static final int MOST = 8;

  private final ExecutorService callers = callers();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(SignOutThreads::daemon);

  private static ExecutorService callers() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST, MOST, 60, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SignOutThreads::daemon);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sekisho-sign-out");
    thread.setDaemon(true);
    return thread;
  }

  /** Does the work for each, eight at a time, and waits until all of it is done. */
  void each(List<String> all, Consumer<String> work) {
    Stream<Callable<Object>> calls =
        all.stream().map(one -> Executors.callable(() -> work.accept(one)));
    try {
      callers.invokeAll(calls.toList());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  ScheduledExecutorService clock() {
    return clock;
  }

  boolean areStopped() {
    return clock.isShutdown();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    callers.shutdownNow();
  }
}
