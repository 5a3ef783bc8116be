package org.sekisho.standins.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which handler answers which method and path. A path may hold names in braces, one per segment.
 */
public final class Routes {
  /** Bytes that an ordinary request body may have. */
  private static final int GENERAL_LIMIT = 64 * 1024;

  private final List<Route> routes = new ArrayList<>();

  public Routes get(String path, Handler handler) {
    return add("GET", path, GENERAL_LIMIT, handler);
  }

  public Routes post(String path, Handler handler) {
    return add("POST", path, GENERAL_LIMIT, handler);
  }

  public Routes put(String path, Handler handler) {
    return add("PUT", path, GENERAL_LIMIT, handler);
  }

  public Routes patch(String path, Handler handler) {
    return add("PATCH", path, GENERAL_LIMIT, handler);
  }

  public Routes delete(String path, Handler handler) {
    return add("DELETE", path, GENERAL_LIMIT, handler);
  }

  /**
   * Adds a route.
   *
   * @param bodyLimit bytes that the body may have; more is answered with 413
   */
  public Routes add(String method, String path, int bodyLimit, Handler handler) {
    routes.add(new Route(method, PathTemplate.of(path), bodyLimit, handler));
    return this;
  }

  Response answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    boolean known = false;
    for (Route route : routes) {
      var names = route.path().match(path);
      if (names.isPresent() && route.takes(exchange.getRequestMethod())) {
        return route.handler().answer(Request.read(exchange, names.get(), route.bodyLimit()));
      }
      known |= names.isPresent();
    }
    return known
        ? Response.text(405, "This address does not take that method.")
        : Response.text(404, "Not found.");
  }

  private record Route(String method, PathTemplate path, int bodyLimit, Handler handler) {
    boolean takes(String asked) {
      return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }
  }
}
