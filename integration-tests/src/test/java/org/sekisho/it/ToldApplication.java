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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The address at which an application hears of sign-outs by the back channel. */
final class ToldApplication implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  ToldApplication() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::hear);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/sign-out";
  }

  /** Whoever calls from now on gets no answer until {@link #speak}. */
  void fallSilent() {
    silence = new CountDownLatch(1);
  }

  void speak() {
    silence.countDown();
  }

  private void hear(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    if (silence.getCount() > 0) {
      unanswered.incrementAndGet();
      awaitSpeech();
      exchange.sendResponseHeaders(503, -1);
    } else {
      tokens.add(form.replaceFirst("^logout_token=", ""));
      exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  private void awaitSpeech() {
    try {
      silence.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many calls had to wait. */
  int unanswered() {
    return unanswered.get();
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
    speak();
    server.stop(0);
  }
}
