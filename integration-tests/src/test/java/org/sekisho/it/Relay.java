package org.sekisho.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port that leads to another one by some way: what a browser cannot do itself. */
final class Relay implements AutoCloseable {

  private static final String CLIENT = "127.0.0.1";
  private static final int WAITING = 100;

  private final ServerSocket listening;
  private final Way onwards;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "relay");
            thread.setDaemon(true);
            return thread;
          });

  private Relay(ServerSocket listening, Way onwards) {
    this.listening = listening;
    this.onwards = onwards;
  }

  /** Listens until it is closed. */
  static Relay at(int port, Way onwards) {
    try {
      Relay relay =
          new Relay(new ServerSocket(port, WAITING, InetAddress.getLoopbackAddress()), onwards);
      relay.threads.execute(relay::accept);
      return relay;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        threads.execute(() -> join(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket client) {
    try (client;
        Socket server = onwards.open(CLIENT)) {
      threads.execute(() -> pass(client, server));
      pass(server, client);
    } catch (IOException unreachable) {
      // The client sees its connection end.
    }
  }

  /** Where one side ends its half, or the connection breaks, the other side is told. */
  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      try {
        to.close();
      } catch (IOException alreadyClosed) {
        // Nothing more to do.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
