package org.sekisho.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.sekisho.launcher.Layout;
import org.sekisho.launcher.Ports;
import org.sekisho.launcher.Server;
import org.sekisho.launcher.StandIns;

/** Starts the server and the stand-ins once for the whole run, as {@code ./sekisho run} does. */
public final class Setup implements BeforeAllCallback {

  /** How far all ports of a run are moved; two runs on one machine need two distances. */
  static final int DISTANCE = Integer.getInteger("sekisho.portDistance", 10_000);

  static final Ports PORTS = Ports.DEFAULT.movedBy(DISTANCE);

  static final Layout LAYOUT =
      new Layout(
          Path.of(System.getProperty("sekisho.repository")),
          Path.of(System.getProperty("sekisho.work")));

  /** Where a test that reads mail has its mail server; nobody listens otherwise. */
  static final int SMTP_PORT = 8025 + DISTANCE;

  /** Where a test that proves domains has its name server; nobody answers otherwise. */
  static final int DNS_PORT = 8053 + DISTANCE;

  /** Where a browser reaches the listener for device certificates, as through a load balancer. */
  static final int CERTAUTH_PORT = 8445 + DISTANCE;

  /** What production does every few minutes, a test does not wait for. */
  private static final List<String> OPTIONS =
      List.of(
          // The tests play a proxy: they say where somebody comes from.
          "--proxy-headers=xforwarded",
          "--proxy-trusted-addresses=127.0.0.1",
          "--spi-sekisho-device-register--sekisho--proxy-protocol=true",
          "--spi-sekisho-device-register--sekisho--public-port=" + CERTAUTH_PORT,
          "--spi-admin-realm-restapi-extension--sekisho--removal-interval-seconds=2",
          "--spi-admin-realm-restapi-extension--sekisho--domain-recheck-interval-seconds=2",
          "--spi-events-listener--sekisho-login-history--sweep-interval-seconds=1",
          "--spi-events-listener--sekisho-login-history--mail-interval-seconds=1",
          "--spi-events-listener--sekisho-login-history--purge-interval-seconds=5",
          "--spi-events-listener--sekisho-login-history--seal-period-seconds=60",
          "--spi-events-listener--sekisho-login-history--seal-delay-seconds=1",
          "--spi-events-listener--sekisho-login-history--operator-mail=operator@provider.example",
          "--spi-sekisho-tenant-section--applications--mail-interval-seconds=1",
          "--spi-sekisho-sign-out-notices--outbox--interval-seconds=1",
          "--spi-sekisho-tenant-section--microsoft365--job-interval-seconds=1",
          "--spi-sekisho-tenant-section--microsoft365--watch-interval-seconds=2",
          // These waits are over when a test says so, however long its own steps take.
          "--spi-sekisho-tenant-section--microsoft365--abandon-looks-seconds=3600",
          "--spi-sekisho-tenant-section--microsoft365--switch-after-seconds=3600",
          "--spi-sekisho-tenant-section--microsoft365--withdraw-after-seconds=3600",
          // Longer than a call is held at the stand-in.
          "--spi-sekisho-tenant-section--microsoft365--read-timeout-ms=60000",
          "--spi-sekisho-tenant-section--microsoft365--tries=2",
          "--spi-sekisho-tenant-section--microsoft365--longest-wait-seconds=5",
          "--spi-sekisho-dns-resolver--jndi--servers=127.0.0.1:" + DNS_PORT,
          "--spi-sekisho-dns-resolver--jndi--timeout-ms=1000",
          "--spi-email-sender--sekisho--host=127.0.0.1",
          "--spi-email-sender--sekisho--port=" + SMTP_PORT,
          "--spi-email-sender--sekisho--encryption=none",
          "--spi-email-sender--sekisho--from=no-reply@provider.example");

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  /** What runs until the last test has ended. */
  record Running(Server server, StandIns standIns) implements AutoCloseable {

    static Running start() {
      try {
        startFromNothing(LAYOUT.work());
        Path testAccess = Path.of(System.getProperty("sekisho.testAccess"));
        StandIns standIns = StandIns.start(LAYOUT, PORTS);
        Server server = Server.start(LAYOUT, PORTS, OPTIONS, List.of(testAccess));
        return new Running(server, standIns);
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      }
    }

    private static void startFromNothing(Path work) throws IOException {
      if (Files.exists(work)) {
        try (Stream<Path> files = Files.walk(work)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(work);
    }

    @Override
    public void close() {
      server.close();
      standIns.close();
    }
  }
}
