package org.sekisho.standins.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The style sheet and the two scripts that the pages use. */
final class StaticFiles {
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private StaticFiles() {}

  static void addTo(Routes routes) {
    add(routes, "style.css", "text/css; charset=utf-8");
    add(routes, "auto-submit.js", SCRIPT);
    add(routes, "refresh.js", SCRIPT);
    routes.get("/favicon.ico", request -> Response.empty(204));
  }

  private static void add(Routes routes, String name, String type) {
    byte[] content = read(name);
    routes.get("/" + name, request -> Response.of(200, type, content));
  }

  private static byte[] read(String name) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
