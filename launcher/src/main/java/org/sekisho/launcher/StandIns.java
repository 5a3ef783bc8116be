package org.sekisho.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The process of the stand-ins: apart from the server, for their XML libraries must not meet. */
public final class StandIns implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final ManagedProcess process;

  private StandIns(ManagedProcess process) {
    this.process = process;
  }

  public static StandIns start(Layout layout, Ports ports) {
    try {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      List<String> command =
          List.of(
              java.toString(),
              "-XX:TieredStopAtLevel=1",
              "-jar",
              layout.standInsJar().toString(),
              "--phone-port",
              String.valueOf(ports.phone()),
              "--microsoft365-port",
              String.valueOf(ports.microsoft365()),
              "--mail-gateway-port",
              String.valueOf(ports.mailGateway()),
              "--twilio-account-sid",
              Credentials.TWILIO_ACCOUNT_SID);
      Map<String, String> environment =
          Map.of("SEKISHO_STANDIN_TWILIO_AUTH_TOKEN", Credentials.TWILIO_AUTH_TOKEN);
      StandIns standIns =
          new StandIns(ManagedProcess.start(command, environment, layout.standInsLog()));
      standIns.awaitListening(ports.mailGateway());
      return standIns;
    } catch (IOException failed) {
      throw new LaunchException(
          "The stand-ins could not be started: " + failed.getMessage(), failed);
    }
  }

  private void awaitListening(int port) {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit)) {
      if (!process.isAlive()) {
        throw new LaunchException("The stand-ins ended while starting; see " + process.log());
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("localhost", port), 500);
        return;
      } catch (IOException notYet) {
        pause();
      }
    }
    throw new LaunchException("The stand-ins were not ready in time; see " + process.log());
  }

  /** The stand-ins need the processor themselves to start. */
  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
