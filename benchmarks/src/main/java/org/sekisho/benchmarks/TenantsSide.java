package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.sekisho.launcher.Http;

/**
 * One of the two servers that are compared: it opens tenants, one after another, and is restarted.
 */
final class TenantsSide implements AutoCloseable {

  /** How many tenants there are when the first starts are measured. */
  static final int FEW = 10;

  final String name;
  private final Path home;
  private final KeycloakServer.Setup setup;
  private final IntFunction<Http.Answer> opening;

  private KeycloakServer server;
  private int opened;

  final List<Double> openingSeconds = new ArrayList<>();
  final List<Double> startsWithFew = new ArrayList<>();
  final List<Double> startsWithAll = new ArrayList<>();
  final List<Double> coldRequests = new ArrayList<>();
  final List<Double> warmRequests = new ArrayList<>();
  long residentMegabytesAfterOpening;
  long residentMegabytesAfterStart;

  /**
   * A side that is not started yet.
   *
   * @param opening opens the tenant with a number
   */
  TenantsSide(
      String name, Path home, KeycloakServer.Setup setup, IntFunction<Http.Answer> opening) {
    this.name = name;
    this.home = home;
    this.setup = setup;
    this.opening = opening;
  }

  /** The first start makes the schema and is not measured. */
  void beginWithFew(int starts) throws IOException {
    server = KeycloakServer.start(home, setup);
    for (int i = 0; i < FEW; i++) {
      double unused = openOne();
    }
    restart(starts, startsWithFew);
  }

  void warmUp(int tenants) {
    for (int i = 0; i < tenants; i++) {
      double unused = openOne();
    }
  }

  void open(int tenants) {
    for (int i = 0; i < tenants; i++) {
      openingSeconds.add(openOne());
    }
    System.out.printf(
        "%s: %d tenants, the last in %.2f s%n",
        name, opened, openingSeconds.get(openingSeconds.size() - 1));
  }

  private double openOne() {
    long began = System.nanoTime();
    opening.apply(opened).orFail(name + ": opening tenant " + opened);
    opened++;
    return seconds(began);
  }

  void restartWithAll(int starts) throws IOException {
    residentMegabytesAfterOpening = Memory.residentMegabytes(server.pid());
    restart(starts, startsWithAll);
    residentMegabytesAfterStart = Memory.residentMegabytes(server.pid());
  }

  private void restart(int starts, List<Double> seconds) throws IOException {
    for (int i = 0; i < starts; i++) {
      server.close();
      long began = System.nanoTime();
      server = KeycloakServer.start(home, setup);
      seconds.add(seconds(began));
    }
    System.out.printf("%s: starts with %d tenants: %s%n", name, opened, seconds);
  }

  /** A first request to realms that no cache knows, then a second one. */
  void ask(int tenants) {
    int step = Math.max(1, opened / tenants);
    for (int number = 0; number < opened; number += step) {
      String url = setup.url() + "/realms/" + tenant(number) + "/.well-known/openid-configuration";
      coldRequests.add(request(url));
      warmRequests.add(request(url));
    }
  }

  private static double request(String url) {
    long began = System.nanoTime();
    Http.send("GET", url, null, null).orFail("Reading " + url);
    return seconds(began);
  }

  static String tenant(int number) {
    return "tenant-" + number;
  }

  int opened() {
    return opened;
  }

  private static double seconds(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toNanos() / 1e9;
  }

  /** Ends the server; also called when the run is interrupted. */
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
