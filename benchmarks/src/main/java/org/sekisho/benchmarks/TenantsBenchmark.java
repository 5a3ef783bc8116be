package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.LaunchException;
import org.sekisho.launcher.Operator;
import org.sekisho.launcher.Ports;

/** Measures what a further tenant costs, beside stock Keycloak's realms; see README.md. */
public final class TenantsBenchmark {

  private static final int BLOCK = 50;
  private static final int ASKED = 20;

  private TenantsBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(TenantsOptions.of(arguments));
    } catch (BenchmarkException | LaunchException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        System.err.println(cause.getMessage());
      }
      System.exit(1);
    }
    System.exit(0);
  }

  private static void run(TenantsOptions options) throws IOException {
    Machine machine = Machine.now();
    Ports ports = FreePorts.find();
    ServerHomes homes =
        ServerHomes.prepare(options.repository(), options.work(), SekishoOptions.of(ports));
    try (Database database = Database.start(options.work(), ports.server() + FreePorts.DATABASE);
        TenantsSide sekisho = sekisho(homes, database, ports);
        TenantsSide stock = stock(options, homes, database, ports)) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    sekisho.stop();
                    stock.stop();
                  }));
      measure(options, sekisho, stock);
      Path report = options.output().resolve("tenants.md");
      Files.writeString(
          report, new TenantsReport(options, machine, List.of(sekisho, stock)).markdown());
      Files.writeString(
          options.output().resolve("tenants.csv"), TenantsReport.csv(List.of(sekisho, stock)));
      System.out.println(report);
    }
  }

  /** In blocks that take turns, so that noise of the machine meets both. */
  private static void measure(TenantsOptions options, TenantsSide sekisho, TenantsSide stock)
      throws IOException {
    sekisho.beginWithFew(options.starts());
    stock.beginWithFew(options.starts());
    sekisho.warmUp(options.warmUp());
    stock.warmUp(options.warmUp());
    for (int done = 0; done < options.tenants(); done += BLOCK) {
      sekisho.open(Math.min(BLOCK, options.tenants() - done));
      if (done < options.stock()) {
        stock.open(Math.min(BLOCK, options.stock() - done));
      }
    }
    for (TenantsSide side : List.of(sekisho, stock)) {
      side.restartWithAll(options.starts());
      side.ask(ASKED);
    }
  }

  private static TenantsSide sekisho(ServerHomes homes, Database database, Ports ports) {
    KeycloakServer.Setup setup = setup("sekisho", database, ports, 0, SekishoOptions.of(ports));
    Operator operator = new Operator(setup.url());
    return new TenantsSide(
        "Sekisho",
        homes.sekisho(),
        setup,
        number ->
            operator.openTenant(
                Map.of(
                    "id",
                    TenantsSide.tenant(number),
                    "displayName",
                    "計測 " + number,
                    "plan",
                    "hybrid",
                    "domains",
                    List.of("tenant-" + number + ".example"))));
  }

  private static TenantsSide stock(
      TenantsOptions options, ServerHomes homes, Database database, Ports ports) {
    KeycloakServer.Setup setup = setup("stock", database, ports, FreePorts.FIRST_STOCK, List.of());
    Operator operator = new Operator(setup.url());
    StockRealm realm = new StockRealm(setup.url(), options.repository(), ports.mailGatewayUrl());
    return new TenantsSide(
        "stock",
        homes.stock(),
        setup,
        number ->
            Http.send(
                "POST",
                setup.url() + "/admin/realms",
                representation(realm, number),
                operator.token()));
  }

  private static Object representation(StockRealm realm, int number) {
    try {
      return realm.representation(TenantsSide.tenant(number));
    } catch (IOException unreadable) {
      throw new BenchmarkException("The realm's settings cannot be read", unreadable);
    }
  }

  private static KeycloakServer.Setup setup(
      String name, Database database, Ports ports, int distance, List<String> moreOptions) {
    Optional<String> heap = KeycloakServer.DEFAULT_HEAP;
    return new KeycloakServer.Setup(
        name,
        ports.server() + distance,
        ports.management() + distance,
        database.create(name),
        moreOptions,
        heap,
        "");
  }
}
