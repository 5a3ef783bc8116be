package org.sekisho.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** {@code ./sekisho run}: starts everything, opens the demo, tells what to try, ends on Ctrl-C. */
public final class Main {

  private static final int FAILED = 2;

  private Main() {}

  /**
   * Runs until the process is ended.
   *
   * @param arguments the checkout's root, then optionally {@code --port-offset N}
   */
  public static void main(String[] arguments) {
    try {
      Layout layout = layout(Path.of(arguments[0]).toAbsolutePath());
      run(layout, Ports.DEFAULT.movedBy(offset(arguments)));
    } catch (LaunchException | IOException failed) {
      say("");
      say("Sekisho could not be started. " + failed.getMessage());
      System.exit(FAILED);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Layout layout(Path repository) throws IOException {
    Layout layout = new Layout(repository, repository.resolve(".run"));
    Files.createDirectories(layout.work());
    Files.deleteIfExists(layout.serverLog());
    Files.deleteIfExists(layout.standInsLog());
    return layout;
  }

  private static int offset(String[] arguments) {
    if (arguments.length == 3 && arguments[1].equals("--port-offset")) {
      return Integer.parseInt(arguments[2]);
    }
    return 0;
  }

  private static void run(Layout layout, Ports ports) throws IOException, InterruptedException {
    ports
        .taken()
        .ifPresent(
            port -> {
              throw new LaunchException(
                  "Port "
                      + port
                      + " is taken. End the program that listens there, or move all ports:"
                      + " ./sekisho run --port-offset 1000");
            });
    Instant begin = Instant.now();
    say("Starting the stand-ins and the server (the first start takes about a minute) ...");
    CompletableFuture<Void> standIns =
        CompletableFuture.runAsync(() -> startStandIns(layout, ports));
    Server server = Server.start(layout, ports, List.of(), List.of());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    await(standIns);
    say("Opening the demo's tenants ...");
    new Demo(ports, layout).prepare();
    say("Ready after " + Duration.between(begin, Instant.now()).toSeconds() + " s.");
    say(Welcome.text(ports, layout));
    new CountDownLatch(1).await();
  }

  private static void startStandIns(Layout layout, Ports ports) {
    StandIns standIns = StandIns.start(layout, ports);
    Runtime.getRuntime().addShutdownHook(new Thread(standIns::close));
  }

  private static void await(CompletableFuture<Void> started) throws InterruptedException {
    try {
      started.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof LaunchException known
          ? known
          : new LaunchException("The stand-ins could not be started.", failed);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
