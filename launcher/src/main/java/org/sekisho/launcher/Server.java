package org.sekisho.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Keycloak server with Sekisho's providers, in development mode on the loopback interface. */
public final class Server implements AutoCloseable {

  /**
   * The stand-ins drop connections that were idle for 30 seconds; Java 17 would keep them for 20
   * minutes, and what it sends at just that moment is lost.
   */
  public static final String JAVA_OPTIONS =
      "-Djava.net.preferIPv4Stack=true -Djdk.httpclient.keepalive.timeout=20";

  private static final Duration START_LIMIT = Duration.ofMinutes(10);

  private final ManagedProcess process;

  private Server(ManagedProcess process) {
    this.process = process;
  }

  /**
   * Starts the server and waits until it says that it is ready.
   *
   * @param moreProviders jars to run beside Sekisho's own
   */
  public static Server start(
      Layout layout, Ports ports, List<String> moreOptions, List<Path> moreProviders) {
    try {
      ServerHome home = new ServerHome(layout.builtServer(), layout.serverHome(), moreProviders);
      home.prepare();
      DevicePki pki = DevicePki.prepare(layout.devicePki());
      List<String> command = new ArrayList<>();
      command.add(home.path().resolve("bin/kc.sh").toString());
      command.addAll(
          withoutRepetition(
              options(ports), pki.options(ports.server(), ports.certauth()), moreOptions));
      Server server =
          new Server(ManagedProcess.start(command, environment(pki), layout.serverLog()));
      server.awaitReady(ports);
      return server;
    } catch (IOException failed) {
      throw new LaunchException("The server could not be started: " + failed.getMessage(), failed);
    }
  }

  /** Of an option that is there twice, the last counts. */
  @SafeVarargs
  private static Collection<String> withoutRepetition(List<String>... options) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (List<String> some : options) {
      some.forEach(option -> byName.put(option.split("=", 2)[0], option));
    }
    return byName.values();
  }

  static List<String> options(Ports ports) {
    return List.of(
        "start-dev",
        "--features-disabled=workflows",
        "--http-host=127.0.0.1",
        "--http-port=" + ports.server(),
        "--http-management-port=" + ports.management(),
        "--health-enabled=true",
        "--metrics-enabled=true",
        // H2 refuses whoever waits for a row for two seconds; PostgreSQL lets everybody wait.
        "--db-url-properties=;LOCK_TIMEOUT=30000",
        "--spi-sekisho-sms-sender--provider=twilio",
        "--spi-sekisho-sms-sender--twilio--account-sid=" + Credentials.TWILIO_ACCOUNT_SID,
        "--spi-sekisho-sms-sender--twilio--from=" + Credentials.TWILIO_FROM,
        "--spi-sekisho-sms-sender--twilio--api-base-url=" + ports.phoneUrl(),
        applications("microsoft-365-acs-url", ports.microsoft365Url() + "/login.srf"),
        applications("microsoft-365-start-url", ports.microsoft365Url() + "/"),
        applications("mail-gateway-url", ports.mailGatewayUrl()),
        microsoft365("graph-url", ports.microsoft365Url() + "/graph/v1.0"),
        microsoft365("login-url", ports.microsoft365Url()),
        microsoft365("client-id", Credentials.GRAPH_CLIENT_ID));
  }

  private static String applications(String name, String value) {
    return "--spi-admin-realm-restapi-extension--sekisho--" + name + "=" + value;
  }

  private static String microsoft365(String name, String value) {
    return "--spi-sekisho-tenant-section--microsoft365--" + name + "=" + value;
  }

  /** Secrets go by the environment: a command line can be read by every user of the machine. */
  private static Map<String, String> environment(DevicePki pki) throws IOException {
    return Map.of(
        "KC_BOOTSTRAP_ADMIN_USERNAME", Credentials.OPERATOR,
        "KC_BOOTSTRAP_ADMIN_PASSWORD", Credentials.OPERATOR_PASSWORD,
        "KC_SPI_SEKISHO_SMS_SENDER__TWILIO__AUTH_TOKEN", Credentials.TWILIO_AUTH_TOKEN,
        "KC_SPI_SEKISHO_TENANT_SECTION__MICROSOFT365__CLIENT_SECRET",
            Credentials.GRAPH_CLIENT_SECRET,
        "KC_SPI_SEKISHO_DEVICE_REGISTER__SEKISHO__KEY_ENCRYPTION_KEYS", pki.keyEncryptionKeys(),
        "JAVA_OPTS_APPEND", JAVA_OPTIONS);
  }

  private void awaitReady(Ports ports) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create(ports.managementUrl() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit)) {
      if (!process.isAlive()) {
        throw new LaunchException("The server ended while starting; see " + process.log());
      }
      if (answers(client, ready)) {
        return;
      }
    }
    close();
    throw new LaunchException("The server was not ready in time; see " + process.log());
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      pause();
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted", interrupted);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted", interrupted);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the server as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
