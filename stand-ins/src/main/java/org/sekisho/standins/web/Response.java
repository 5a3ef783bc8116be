package org.sekisho.standins.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a stand-in answers. */
public final class Response {
  /**
   * The pages need nothing but their own style sheet and scripts. There is no form-action on
   * purpose: browsers apply it to every redirect after a form as well, and these forms lead to
   * other hosts.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'";

  private final int status;
  private final byte[] body;
  private final List<Header> headers;
  private final boolean abandoned;

  private Response(int status, byte[] body, List<Header> headers, boolean abandoned) {
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.abandoned = abandoned;
  }

  static Response of(int status, String type, byte[] body) {
    return new Response(status, body, List.of(new Header("Content-Type", type)), false);
  }

  public static Response text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static Response html(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  public static Response xml(int status, String xml) {
    return of(status, "application/xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Any object that Jackson can write. */
  public static Response json(int status, Object value) {
    return of(status, "application/json", Json.write(value));
  }

  public static Response empty(int status) {
    return new Response(status, new byte[0], List.of(), false);
  }

  public static Response redirect(String address) {
    return empty(302).with("Location", address);
  }

  /** No answer at all: the connection is closed. */
  public static Response abandoned() {
    return new Response(0, new byte[0], List.of(), true);
  }

  public Response with(String header, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(header, value));
    return new Response(status, body, List.copyOf(more), abandoned);
  }

  /** Sets a cookie that scripts cannot read and that other sites' forms do not send along. */
  public Response withCookie(String name, String value) {
    return with("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax");
  }

  public Response withoutCookie(String name) {
    return with("Set-Cookie", name + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  }

  public int status() {
    return status;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  void sendTo(HttpExchange exchange) throws IOException {
    Headers sent = exchange.getResponseHeaders();
    sent.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    sent.set("Cache-Control", "no-store");
    sent.set("X-Content-Type-Options", "nosniff");
    sent.set("Referrer-Policy", "no-referrer");
    headers.forEach(header -> sent.add(header.name(), header.value()));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, body.length == 0 || head ? -1 : body.length);
    if (body.length > 0 && !head) {
      exchange.getResponseBody().write(body);
    }
  }

  private record Header(String name, String value) {}
}
