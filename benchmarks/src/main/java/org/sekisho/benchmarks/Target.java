package org.sekisho.benchmarks;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with users, and the way in which they sign in. */
final class Target {

  /** What is compared, in the order of the report. */
  enum Kind {
    STOCK_2("stock, 2 pages"),
    STOCK_3("stock, 3 pages"),
    SEKISHO_APP("Sekisho, app"),
    SEKISHO("Sekisho, SMS");

    final String label;

    Kind(String label) {
      this.label = label;
    }

    boolean isSekisho() {
      return this == SEKISHO || this == SEKISHO_APP;
    }

    /** Name of the server's database, and of its directory. */
    String database() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final KeycloakServer server;
  private final String url;
  private final SignIn signIn;
  private final UserPool pool;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Target(Kind kind, KeycloakServer server, String url, SignIn signIn, UserPool pool) {
    this.kind = kind;
    this.server = server;
    this.url = url;
    this.signIn = signIn;
    this.pool = pool;
  }

  /** The same server and way, with another set of users. */
  Target with(UserPool users) {
    return new Target(kind, server, url, signIn, users);
  }

  Kind kind() {
    return kind;
  }

  KeycloakServer server() {
    return server;
  }

  UserPool pool() {
    return pool;
  }

  /**
   * Signs all of these users in. Any that fails makes the block worthless and ends the run.
   *
   * @return HTTP requests to the server
   */
  int signIn(List<Integer> users, int virtualUsers) {
    return run(signIn, users, virtualUsers);
  }

  /** As {@link #signIn}, but in a way of its own. */
  int run(SignIn way, List<Integer> users, int virtualUsers) {
    AtomicInteger requests = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(virtualUsers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int user : users) {
        running.add(
            threads.submit(
                () -> {
                  Browser browser = new Browser(client, url);
                  way.run(browser, new BenchmarkUser(user));
                  requests.addAndGet(browser.requests());
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return requests.get();
    } catch (ExecutionException failed) {
      throw new BenchmarkException("A sign-in at " + kind.label + " failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }
}
