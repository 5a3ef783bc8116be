package org.sekisho.standins.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One stand-in's HTTP server, reachable from this machine only.
 *
 * <p>It is bound first and served later, because a stand-in needs to know its own port to say where
 * it can be reached.
 */
public final class WebServer implements AutoCloseable {
  /** Enough for parallel tests, some of which let an answer hang for a minute. */
  private static final int THREADS = 64;

  static {
    // Without it the JDK's server lets every kept-alive answer wait for a delayed TCP
    // acknowledgement (40 ms).
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the port on the loopback address.
   *
   * @param port 0 to 65535; 0 takes any free one
   * @throws PortTakenException if another program has it
   */
  public static WebServer bind(int port) {
    try {
      return new WebServer(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    } catch (BindException e) {
      throw new PortTakenException(port, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address that browsers and clients use, without a trailing slash. */
  public String address() {
    return "http://localhost:" + port();
  }

  /** Starts to answer. */
  public void serve(Routes routes) {
    StaticFiles.addTo(routes);
    server.createContext("/", exchange -> handle(exchange, routes));
    server.setExecutor(threads);
    server.start();
  }

  private static void handle(HttpExchange exchange, Routes routes) {
    try (exchange) {
      Response response = answer(exchange, routes);
      if (!response.isAbandoned()) {
        response.sendTo(exchange);
      }
    } catch (IOException e) {
      // The client went away; there is nobody left to tell.
      return;
    }
  }

  private static Response answer(HttpExchange exchange, Routes routes) throws IOException {
    try {
      return routes.answer(exchange);
    } catch (RefusedRequest e) {
      return e.answer();
    } catch (RuntimeException e) {
      // Only the kind of the mistake: its message could hold what the client sent.
      System.err.println("stand-ins: unexpected " + e.getClass().getName() + at(e));
      return Response.text(500, "The stand-in failed.");
    }
  }

  private static String at(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
