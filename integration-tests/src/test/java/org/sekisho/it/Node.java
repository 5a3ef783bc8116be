package org.sekisho.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sekisho.launcher.Credentials;
import org.sekisho.launcher.DevicePki;
import org.sekisho.launcher.Http;
import org.sekisho.launcher.LaunchException;
import org.sekisho.launcher.Server;

/**
 * A Keycloak in production mode that forms a cluster with the others on its database, on the
 * loopback interface.
 */
final class Node implements AutoCloseable {

  /** Nodes are started and killed often: they are to be up soon rather than fast later. */
  private static final String NODE_OPTIONS = "-XX:TieredStopAtLevel=1 " + Server.JAVA_OPTIONS;

  static final Path WORK = Path.of(System.getProperty("sekisho.cluster"));
  private static final int FIRST_PORT = 9180 + Setup.DISTANCE;
  private static final long START_SECONDS = 240;
  private static final String DEVICES = "--spi-sekisho-device-register--sekisho--";
  private static final String DEVICES_SECRET = "KC_SPI_SEKISHO_DEVICE_REGISTER__SEKISHO__";
  private static final String MICROSOFT = "--spi-sekisho-tenant-section--microsoft365--";
  private static final DevicePki PKI = DevicePki.in(Setup.LAYOUT.devicePki());

  /** From now on the keys of issuing CAs are wrapped under another key, and new ones in a token. */
  private static boolean rotated;

  private final int number;
  private final Path home;
  private Process process;

  Node(int number) {
    this.number = number;
    this.home = WORK.resolve("node-" + number);
  }

  /** What the nodes have logged in this run. */
  static List<Path> logs() throws IOException {
    if (!Files.exists(WORK)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(WORK)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  /** Takes what the module {@code server} built and prepares it for PostgreSQL, once. */
  void build() throws IOException {
    copy(Setup.LAYOUT.repository().resolve("server/target/keycloak"), home);
    Path testAccess = Path.of(System.getProperty("sekisho.testAccess"));
    Files.copy(testAccess, home.resolve("providers").resolve(testAccess.getFileName()));
    Process build =
        launch(
            List.of(
                "build",
                "--db=postgres",
                "--health-enabled=true",
                "--features-disabled=workflows",
                "--spi-sekisho-sms-sender--provider=twilio"),
            "build.log");
    waitFor(build);
    if (build.exitValue() != 0) {
      throw new LaunchException("The node could not be built; see " + WORK);
    }
  }

  void copyOf(Node built) throws IOException {
    copy(built.home, home);
  }

  String url() {
    return "http://localhost:" + port();
  }

  /** Of the listener for device certificates. */
  int listener() {
    return port() + 30;
  }

  /** Nodes that are started from now on have a new key-encryption key before the former one. */
  static void rotate() {
    rotated = true;
  }

  private int port() {
    return FIRST_PORT + number;
  }

  void start(String jdbcUrl) throws IOException {
    process = launch(options(jdbcUrl), "node-" + number + ".log");
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        throw new LaunchException("Node " + number + " does not become ready; see " + WORK);
      }
      pause();
    }
  }

  private List<String> options(String jdbcUrl) {
    List<String> options = new ArrayList<>(options(jdbcUrl, "--spi-sekisho-sms-sender--twilio--"));
    options.addAll(PKI.options(FIRST_PORT, listener()));
    options.add(DEVICES + "proxy-protocol=true");
    if (rotated && SoftToken.isInstalled()) {
      options.add(DEVICES + "key-store=pkcs11");
      options.add(DEVICES + "pkcs11-library=" + SoftToken.library());
    }
    return options;
  }

  private List<String> options(String jdbcUrl, String twilio) {
    return List.of(
        "start",
        "--optimized",
        "--db-url=" + jdbcUrl,
        "--db-username=postgres",
        "--http-enabled=true",
        // One address for all nodes, as behind a load balancer.
        "--hostname=http://localhost:" + FIRST_PORT,
        "--hostname-backchannel-dynamic=false",
        "--http-host=127.0.0.1",
        "--http-port=" + port(),
        "--http-management-port=" + (port() + 10),
        "--cache-embedded-network-bind-address=127.0.0.1",
        "--cache-embedded-network-bind-port=" + (port() + 20),
        "--spi-admin-realm-restapi-extension--sekisho--removal-interval-seconds=2",
        "--spi-sekisho-tenant-section--settings--confirm-within-seconds=60",
        MICROSOFT + "graph-url=" + Setup.PORTS.microsoft365Url() + "/graph/v1.0",
        MICROSOFT + "login-url=" + Setup.PORTS.microsoft365Url(),
        MICROSOFT + "client-id=" + Credentials.GRAPH_CLIENT_ID,
        twilio + "account-sid=" + Credentials.TWILIO_ACCOUNT_SID,
        twilio + "from=" + Credentials.TWILIO_FROM,
        twilio + "api-base-url=" + Setup.PORTS.phoneUrl());
  }

  /** Secrets go by the environment. */
  private Process launch(List<String> arguments, String log) throws IOException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, home.resolve("bin/kc.sh").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(WORK.resolve(log).toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", Credentials.OPERATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", Credentials.OPERATOR_PASSWORD,
                "KC_DB_PASSWORD", "postgres",
                "KC_SPI_SEKISHO_SMS_SENDER__TWILIO__AUTH_TOKEN", Credentials.TWILIO_AUTH_TOKEN,
                "JAVA_OPTS_APPEND", NODE_OPTIONS));
    builder.environment().put(DEVICES_SECRET + "KEY_ENCRYPTION_KEYS", keyEncryptionKeys());
    builder
        .environment()
        .put(
            "KC_SPI_SEKISHO_TENANT_SECTION__MICROSOFT365__CLIENT_SECRET",
            Credentials.GRAPH_CLIENT_SECRET);
    builder.environment().put(DEVICES_SECRET + "PKCS11_PIN", SoftToken.PIN);
    builder.environment().put("SOFTHSM2_CONF", SoftToken.SETTINGS.toString());
    return builder.start();
  }

  private static String keyEncryptionKeys() throws IOException {
    String former = PKI.keyEncryptionKeys();
    String next =
        Base64.getEncoder()
            .encodeToString("next-key-of-thirty-two-octets-ok".getBytes(StandardCharsets.US_ASCII));
    TestTenant.SECRETS.add(next);
    return rotated ? "next:" + next + "," + former : former;
  }

  private boolean isReady() {
    try {
      String health = "http://localhost:" + (port() + 10) + "/health/ready";
      return Http.send("GET", health, null, null).status() == 200;
    } catch (LaunchException notYet) {
      return false;
    }
  }

  /**
   * As {@code kill -9} does: {@code kc.sh} is a shell, Java its child. The shell ends once Java is
   * gone, and its ports with it.
   */
  void kill() {
    List<ProcessHandle> java = process.descendants().toList();
    java.forEach(ProcessHandle::destroyForcibly);
    if (java.isEmpty()) {
      process.destroyForcibly();
    }
    waitFor(process);
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      waitFor(process);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static void waitFor(Process ending) {
    try {
      if (!ending.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        ending.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
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

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
