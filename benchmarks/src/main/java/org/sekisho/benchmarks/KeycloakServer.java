package org.sekisho.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sekisho.launcher.Credentials;

/**
 * A Keycloak in production mode on the loopback interface, with full compilation and the same
 * options for all that are compared.
 */
final class KeycloakServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** For all servers of a comparison that is not about memory. */
  static final Optional<String> SAME_HEAP = Optional.of("-Xms512m -Xmx768m");

  /** As {@code kc.sh} sets it by itself. */
  static final Optional<String> DEFAULT_HEAP = Optional.empty();

  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=postgres",
          "--cache=local",
          "--features-disabled=workflows",
          "--health-enabled=true",
          "--metrics-enabled=true");

  private final Process process;
  private final Path log;

  private KeycloakServer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * What tells one server from another.
   *
   * @param moreOptions for the extensions; a stock server has none
   * @param jdbcUrl a database of the server's own
   * @param heap options for the size of the heap
   * @param javaOptions further options of the JVM, or empty
   */
  record Setup(
      String name,
      int port,
      int managementPort,
      String jdbcUrl,
      List<String> moreOptions,
      Optional<String> heap,
      String javaOptions) {

    String url() {
      return "http://localhost:" + port;
    }
  }

  /** Does once what does not change from start to start; the home may be copied afterwards. */
  static void build(Path home, List<String> moreOptions) throws IOException {
    Path log = home.resolveSibling(home.getFileName() + "-build.log");
    List<String> build = new ArrayList<>(List.of("build"));
    build.addAll(BUILD_OPTIONS);
    build.addAll(moreOptions);
    try (KeycloakServer builder =
        new KeycloakServer(launch(home, build, log, SAME_HEAP, ""), log)) {
      builder.awaitBuilt();
    }
  }

  static KeycloakServer start(Path home, Setup setup) throws IOException {
    Path log = home.resolveSibling(setup.name() + ".log");
    List<String> start = new ArrayList<>(List.of("start", "--optimized"));
    start.addAll(
        List.of(
            "--db-url=" + setup.jdbcUrl(),
            "--db-username=postgres",
            "--http-enabled=true",
            "--hostname-strict=false",
            "--http-host=127.0.0.1",
            "--http-port=" + setup.port(),
            "--http-management-port=" + setup.managementPort()));
    start.addAll(setup.moreOptions());
    KeycloakServer server =
        new KeycloakServer(launch(home, start, log, setup.heap(), setup.javaOptions()), log);
    server.awaitReady(setup);
    return server;
  }

  /** Secrets go by the environment. */
  private static Process launch(
      Path home, List<String> arguments, Path log, Optional<String> heap, String javaOptions)
      throws IOException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, home.resolve("bin/kc.sh").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().remove("JAVA_OPTS");
    builder
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                Credentials.OPERATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                Credentials.OPERATOR_PASSWORD,
                "KC_DB_PASSWORD",
                "postgres",
                "KC_SPI_SEKISHO_SMS_SENDER__TWILIO__AUTH_TOKEN",
                Credentials.TWILIO_AUTH_TOKEN,
                "JAVA_OPTS_APPEND",
                "-Djava.net.preferIPv4Stack=true " + javaOptions));
    heap.ifPresent(options -> builder.environment().put("JAVA_OPTS_KC_HEAP", options));
    return builder.start();
  }

  private void awaitBuilt() {
    if (!waitFor(START_LIMIT) || process.exitValue() != 0) {
      throw new BenchmarkException("The server could not be built; see " + log);
    }
  }

  private void awaitReady(Setup setup) {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ready =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + setup.managementPort() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Instant limit = Instant.now().plus(START_LIMIT);
    while (process.isAlive() && Instant.now().isBefore(limit)) {
      if (answers(client, ready)) {
        return;
      }
      Pause.of(Duration.ofMillis(100));
    }
    close();
    throw new BenchmarkException("The server does not become ready; see " + log);
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", interrupted);
    }
  }

  Duration cpu() {
    return Cpu.of(java());
  }

  Duration compilerCpu() {
    return Cpu.ofCompiler(java());
  }

  long pid() {
    return java().pid();
  }

  /** {@code kc.sh} is a shell that waits for it. */
  private ProcessHandle java() {
    return process
        .children()
        .findFirst()
        .orElseThrow(() -> new BenchmarkException("The server has ended; see " + log));
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    if (!waitFor(GRACE)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private boolean waitFor(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
