package org.sekisho.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The address at which an application hears of sign-outs by the back channel. */
final class ToldApplication implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger deafFor = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  ToldApplication() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::hear);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sign-out";
  }

  /** The next calls are answered with 503. */
  void isDeafFor(int calls) {
    deafFor.set(calls);
  }

  private void hear(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    boolean deaf = deafFor.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    if (deaf) {
      refused.incrementAndGet();
    } else {
      tokens.add(form.replaceFirst("^logout_token=", ""));
    }
    exchange.sendResponseHeaders(deaf ? 503 : 204, -1);
    exchange.close();
  }

  int refused() {
    return refused.get();
  }

  /** The logout tokens that were taken. */
  List<String> tokens() {
    return tokens;
  }

  /** A part of a logout token: 0 the header, 1 the claims. */
  static JsonNode part(String token, int number) {
    try {
      return new ObjectMapper()
          .readTree(Base64.getUrlDecoder().decode(token.split("\\.", 3)[number]));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
