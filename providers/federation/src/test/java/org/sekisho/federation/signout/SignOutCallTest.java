package org.sekisho.federation.signout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignOutCallTest {

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor();

  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final CloseableHttpClient client = HttpClients.createDefault();
  private HttpServer application;

  @BeforeEach
  void open() throws IOException {
    application = HttpServer.create(loopback(), 0);
    application.createContext(
        "/status/",
        exchange -> {
          byte[] form = exchange.getRequestBody().readAllBytes();
          received.add(
              exchange.getRequestURI().getPath() + " " + new String(form, StandardCharsets.UTF_8));
          exchange.getResponseHeaders().add("Location", "/status/200");
          String path = exchange.getRequestURI().getPath();
          exchange.sendResponseHeaders(Integer.parseInt(path.replaceFirst(".*/", "")), -1);
          exchange.close();
        });
    application.start();
  }

  @AfterEach
  void close() throws IOException {
    application.stop(0);
    client.close();
  }

  @AfterAll
  static void stop() {
    CLOCK.shutdownNow();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private String fault(String path) {
    String url = "http://127.0.0.1:" + application.getAddress().getPort() + path;
    return new SignOutCall(url, "a.b.c").fault(client, CLOCK);
  }

  @ParameterizedTest
  @CsvSource({
    "200, ''",
    "204, ''",
    "201, status 201",
    "302, status 302",
    "307, status 307",
    "400, status 400",
    "503, status 503"
  })
  void itIsTakenWithTwoStatusesAndNothingElseIsCalled(int status, String fault) {
    assertThat(fault("/status/" + status)).isEqualTo(fault);
    assertThat(received).containsExactly("/status/" + status + " logout_token=a.b.c");
  }

  @Test
  void whoDoesNotListenIsAFault() {
    application.stop(0);
    assertThat(fault("/status/200")).isEqualTo("HttpHostConnectException");
  }

  /** Byte after byte, so that no limit between two of them is reached. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whoeverNeverEndsIsLeft() throws IOException {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping = new Thread(() -> drip(slow));
      dripping.setDaemon(true);
      dripping.start();
      long begun = System.nanoTime();
      SignOutCall call = new SignOutCall("http://127.0.0.1:" + slow.getLocalPort() + "/", "a.b.c");
      assertThat(call.fault(client, CLOCK)).isNotEmpty();
      assertThat((System.nanoTime() - begun) / 1_000_000)
          .isBetween(SignOutCall.MOST_MILLIS - 100L, SignOutCall.MOST_MILLIS * 4L);
    }
  }

  private static void drip(ServerSocket slow) {
    try (Socket one = slow.accept()) {
      one.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
      while (!slow.isClosed()) {
        one.getOutputStream().write('x');
        one.getOutputStream().flush();
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException over) {
      // The call was given up, as it should be.
    }
  }
}
