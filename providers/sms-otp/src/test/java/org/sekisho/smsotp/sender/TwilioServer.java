package org.sekisho.smsotp.sender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server that speaks as Twilio does, well or badly, on a loopback port. */
final class TwilioServer implements AutoCloseable {

  static final String SID = "SM0123456789abcdef0123456789abcdef";

  /** A request as it arrived. */
  record Received(String method, String path, String authorization, Map<String, String> form) {}

  /** What the server does with a request. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  final List<Received> received = new CopyOnWriteArrayList<>();

  /** One permit for each request that has arrived. */
  final Semaphore arrived = new Semaphore(0);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Behaviour behaviour = answering(201, accepted("queued"));

  TwilioServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void behave(Behaviour next) {
    behaviour = next;
  }

  static Behaviour answering(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Answers nothing until the server closes. */
  Behaviour hanging() {
    return exchange -> closing.await(30, TimeUnit.SECONDS);
  }

  /** Answers the headers at once and a body that never ends. */
  Behaviour trickling() {
    return exchange -> {
      exchange.sendResponseHeaders(201, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      closing.await(30, TimeUnit.SECONDS);
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              decoded(body)));
      arrived.release();
      behaviour.answer(exchange);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> decoded(String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** What Twilio answers to a new message, as its API reference shows it. */
  static String accepted(String status) {
    return """
        {
          "account_sid": "AC0123456789abcdef0123456789abcdef",
          "api_version": "2010-04-01",
          "body": "the text of the message",
          "date_created": "Thu, 24 Aug 2023 05:01:45 +0000",
          "date_sent": null,
          "date_updated": "Thu, 24 Aug 2023 05:01:45 +0000",
          "direction": "outbound-api",
          "error_code": null,
          "error_message": null,
          "from": "+815012345678",
          "num_media": "0",
          "num_segments": "1",
          "price": null,
          "price_unit": null,
          "messaging_service_sid": null,
          "sid": "%s",
          "status": "%s",
          "subresource_uris": {
            "media": "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/x/Media.json"
          },
          "to": "+819012345678",
          "uri": "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/x.json"
        }
        """
        .formatted(SID, status);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
