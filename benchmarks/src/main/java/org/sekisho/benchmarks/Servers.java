package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.sekisho.launcher.Layout;
import org.sekisho.launcher.Ports;
import org.sekisho.launcher.StandIns;

/**
 * All processes of a run: PostgreSQL, the stand-ins and one server per target, so that each server
 * is warmed up by its own sign-ins alone.
 *
 * <p>Two targets are stock Keycloak and Sekisho with SMS; the third is Sekisho with the same second
 * factor as stock Keycloak, and the fourth, which explains, stock Keycloak with three pages.
 */
final class Servers implements AutoCloseable {

  private final Options options;
  private final Ports ports;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Runnable> hashFully = new ArrayList<>();

  private Servers(Options options) {
    this.options = options;
    this.ports = FreePorts.find();
  }

  /**
   * What is measured.
   *
   * @param hashFully gives all servers Keycloak's default hash
   */
  record Running(Servers servers, Database database, List<Target> targets, List<Runnable> hashFully)
      implements AutoCloseable {
    @Override
    public void close() {
      servers.close();
    }
  }

  static Running start(Options options) throws IOException {
    Servers servers = new Servers(options);
    try {
      return servers.startAll();
    } catch (IOException | RuntimeException failed) {
      servers.close();
      throw failed;
    }
  }

  private Running startAll() throws IOException {
    ServerHomes homes =
        ServerHomes.prepare(options.repository(), options.work(), SekishoOptions.of(ports));
    Database database = Database.start(options.work(), ports.server() + FreePorts.DATABASE);
    started.push(database);
    started.push(MailRelay.start(ports.server() + FreePorts.MAIL));
    started.push(StandIns.start(new Layout(options.repository(), options.work()), ports));
    List<Target> targets = new ArrayList<>();
    targets.add(
        stock(Target.Kind.STOCK_2, database, homes, FreePorts.FIRST_STOCK, SignIn::stockTwoPages));
    if (options.targets() > 3) {
      targets.add(
          stock(
              Target.Kind.STOCK_3,
              database,
              homes,
              FreePorts.SECOND_STOCK,
              SignIn::threePagesWithApp));
    }
    if (options.targets() > 2) {
      targets.add(sekishoApp(database, homes));
    }
    targets.add(sekisho(database, homes));
    return new Running(this, database, targets, hashFully);
  }

  /** How to sign in at an application. */
  private interface Way {
    SignIn at(Application application);
  }

  private Target stock(
      Target.Kind kind, Database database, ServerHomes homes, int distance, Way way)
      throws IOException {
    KeycloakServer.Setup setup = setup(kind, database, distance, List.of());
    KeycloakServer server = start(homes.stock(setup.name()), setup);
    StockRealm realm = new StockRealm(setup.url(), options.repository(), ports.mailGatewayUrl());
    realm.create(kind == Target.Kind.STOCK_3, options.hash());
    hashFully.add(realm::hashFully);
    realm.addUsers(options.users());
    return withApp(kind, server, setup, way.at(application(setup.url(), StockRealm.NAME)));
  }

  private Target sekishoApp(Database database, ServerHomes homes) throws IOException {
    KeycloakServer.Setup setup =
        setup(
            Target.Kind.SEKISHO_APP, database, FreePorts.SECOND_SEKISHO, SekishoOptions.of(ports));
    KeycloakServer server = start(homes.copy(homes.sekisho(), setup.name()), setup);
    tenant(setup).addUsersWithApp(options.users());
    SignIn signIn = SignIn.threePagesWithApp(application(setup.url(), SekishoTenant.ID));
    return withApp(Target.Kind.SEKISHO_APP, server, setup, signIn);
  }

  private Target withApp(
      Target.Kind kind, KeycloakServer server, KeycloakServer.Setup setup, SignIn signIn) {
    Target target = new Target(kind, server, setup.url(), signIn, new UserPool(options.users()));
    signInOnce(target, signIn);
    target.pool().giveBack(target.pool().take(options.users()));
    return target;
  }

  private SekishoTenant tenant(KeycloakServer.Setup setup) {
    SekishoTenant tenant = new SekishoTenant(setup.url());
    tenant.open(options.hash());
    hashFully.add(tenant::hashFully);
    return tenant;
  }

  private Target sekisho(Database database, ServerHomes homes) throws IOException {
    KeycloakServer.Setup setup = setup(Target.Kind.SEKISHO, database, 0, SekishoOptions.of(ports));
    KeycloakServer server = start(homes.sekisho(), setup);
    tenant(setup).addUsers(options.users());
    Application application = application(setup.url(), SekishoTenant.ID);
    Phone phone = new Phone(ports.phoneUrl());
    Target target =
        new Target(
            Target.Kind.SEKISHO,
            server,
            setup.url(),
            SignIn.sekisho(application, phone),
            new UserPool(options.users()));
    signInOnce(target, SignIn.sekishoFirstTime(application, phone));
    return target;
  }

  /** Everywhere, for it warms up: what Sekisho needs to register phones, stock gets as well. */
  private void signInOnce(Target target, SignIn way) {
    System.out.printf(
        "%s runs as process %d; first sign-ins%n", target.kind().label, target.server().pid());
    List<Integer> all = IntStream.range(0, options.users()).boxed().toList();
    int unused = target.run(way, all, options.virtualUsers());
  }

  private KeycloakServer start(Path home, KeycloakServer.Setup setup) throws IOException {
    System.out.println("Starting " + setup.name() + " at " + setup.url());
    KeycloakServer server = KeycloakServer.start(home, setup);
    started.push(server);
    return server;
  }

  private KeycloakServer.Setup setup(
      Target.Kind kind, Database database, int distance, List<String> moreOptions) {
    String name = kind.database();
    return new KeycloakServer.Setup(
        name,
        ports.server() + distance,
        ports.management() + distance,
        database.create(name),
        moreOptions,
        KeycloakServer.SAME_HEAP,
        options.javaOptions());
  }

  private Application application(String serverUrl, String realm) {
    return new Application(serverUrl + "/realms/" + realm, ports.mailGatewayUrl() + "/callback");
  }

  /** Ends what was started, the last first. */
  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception failed) {
        System.err.println("Could not be ended: " + failed);
      }
    }
  }
}
