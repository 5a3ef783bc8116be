package org.sekisho.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sekisho.launcher.DevicePki;

/** HAProxy with the configuration that is shipped, at the addresses of this run. */
final class HaProxy implements AutoCloseable {

  /** Fewer than production has: each needs two files, which a machine for tests may not allow. */
  private static final String CONNECTIONS = "500";

  private final Process process;

  private HaProxy(Process process) {
    this.process = process;
  }

  /** Debian has it in a folder that only root has on its path. */
  static Optional<Path> program() {
    return Stream.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy", "/usr/bin/haproxy")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static HaProxy start(Path program) throws IOException {
    Path configuration = Setup.LAYOUT.repository().resolve("docker/haproxy.cfg");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(program.toString(), "-db", "-n", CONNECTIONS, "-f", configuration.toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "SEKISHO_BIND", "127.0.0.1:" + BalancedServer.BALANCER,
                "SEKISHO_CERTAUTH_SUFFIX", "." + DevicePki.DOMAIN,
                "SEKISHO_SIGN_IN", "127.0.0.1:" + BalancedServer.SIGN_IN,
                "SEKISHO_CERTAUTH", "127.0.0.1:" + BalancedServer.CERTAUTH));
    Path log = BalancedServer.LAYOUT.work().resolve("haproxy.log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    HaProxy started = new HaProxy(process);
    try {
      Eventually.holds(started::listens);
      return started;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      started.close();
      throw new IOException(interrupted);
    } catch (AssertionError notInTime) {
      started.close();
      throw new IOException("HAProxy does not listen; see " + log, notInTime);
    }
  }

  private boolean listens() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), BalancedServer.BALANCER)) {
      return process.isAlive() && probe.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
