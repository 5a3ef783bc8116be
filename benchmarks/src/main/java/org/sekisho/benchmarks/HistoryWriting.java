package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sekisho.launcher.Ports;

/** Signs users in at a server with the history and at one without, in turns. */
final class HistoryWriting implements AutoCloseable {

  private static final int VIRTUAL_USERS = 2;
  private static final int FULL_PAIRS = 4;
  private static final int SAMPLED_BLOCKS = 20;

  /**
   * What was measured.
   *
   * @param light with a hash of the password that costs next to nothing
   * @param full with Keycloak's default hash
   * @param share of the samples of the server with history that were taken in its code
   */
  record Result(List<Pair> light, List<Pair> full, HistoryShare share) {}

  /** Two blocks that were made one after the other. */
  record Pair(Block with, Block without) {}

  private final HistoryOptions options;
  private final Options signIns;
  private final Database database;
  private final Ports ports;
  private final List<KeycloakServer> started = new ArrayList<>();
  private final List<HistoryTenant> tenants = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  HistoryWriting(HistoryOptions options, Database database, Ports ports) {
    this.options = options;
    this.signIns =
        Options.of(
            options.repository().toString(),
            "--pairs",
            String.valueOf(options.pairs()),
            "--sign-ins",
            String.valueOf(options.signIns()),
            "--warm-up",
            String.valueOf(options.warmUp()));
    this.database = database;
    this.ports = ports;
  }

  /** The server with the history is added first. */
  void add(Path home, KeycloakServer.Setup setup) throws IOException {
    System.out.println("Starting " + setup.name());
    KeycloakServer server = KeycloakServer.start(home, setup);
    started.add(server);
    HistoryTenant tenant = new HistoryTenant(setup.url(), "http://localhost:9/callback");
    tenant.open(signIns.users());
    tenants.add(tenant);
    Application application =
        new Application(
            setup.url() + "/realms/" + SekishoTenant.ID, ports.mailGatewayUrl() + "/callback");
    Phone phone = new Phone(ports.phoneUrl());
    Target target =
        new Target(
            Target.Kind.SEKISHO,
            server,
            setup.url(),
            SignIn.sekisho(application, phone),
            new UserPool(signIns.users()));
    int unused =
        target.run(
            SignIn.sekishoFirstTime(application, phone),
            IntStream.range(0, signIns.users()).boxed().toList(),
            VIRTUAL_USERS);
    targets.add(target);
  }

  Result run() throws IOException {
    Measurement measurement = new Measurement(targets, database, signIns);
    System.out.println("Warming up");
    measurement.warmUp();
    List<Pair> light = pairs(measurement, targets, options.pairs());
    HistoryShare share = share(measurement);
    tenants.forEach(HistoryTenant::hashFully);
    Pause.of(UserPool.REST);
    // Always the same users: at their first sign-in, the new hash is made besides.
    List<Target> few =
        targets.stream().map(target -> target.with(new UserPool(signIns.signIns()))).toList();
    List<Pair> full = pairs(new Measurement(few, database, signIns), few, FULL_PAIRS + 1);
    return new Result(light, full.subList(1, full.size()), share);
  }

  /** The order changes from pair to pair. */
  private List<Pair> pairs(Measurement measurement, List<Target> both, int count) {
    List<Pair> pairs = new ArrayList<>();
    for (int round = 1; round <= count; round++) {
      boolean withFirst = round % 2 == 1;
      Block first = measurement.measure(round, 1, both.get(withFirst ? 0 : 1), signIns.signIns());
      Block second = measurement.measure(round, 2, both.get(withFirst ? 1 : 0), signIns.signIns());
      Pair pair = withFirst ? new Pair(first, second) : new Pair(second, first);
      System.out.printf(
          "round %2d  with %6.1f ms, without %6.1f ms%n",
          round, pair.with().warmCpuMillis(), pair.without().warmCpuMillis());
      pairs.add(pair);
    }
    return pairs;
  }

  /** Apart from the rounds, for recording costs CPU time itself. */
  private HistoryShare share(Measurement measurement) throws IOException {
    Target with = targets.get(0);
    HistoryShare.Recording recording = HistoryShare.start(with.server().pid());
    for (int i = 0; i < SAMPLED_BLOCKS; i++) {
      Block unused = measurement.measure(0, 0, with, signIns.signIns());
    }
    return recording.stop(options.work().resolve("history.jfr"));
  }

  @Override
  public void close() {
    started.forEach(KeycloakServer::close);
  }
}
