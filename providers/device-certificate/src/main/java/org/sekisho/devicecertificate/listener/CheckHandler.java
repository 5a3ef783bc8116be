package org.sekisho.devicecertificate.listener;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Answers browsers: with the way back to where the question came from, or with a page. It reads no
 * header but {@code User-Agent}, and no body. Whatever certificate a header may tell of is nothing.
 */
final class CheckHandler implements Handler<HttpServerRequest> {

  private static final Logger LOG = Logger.getLogger(CheckHandler.class);
  private static final int SEE_OTHER = 303;

  private final Vertx vertx;
  private final KeycloakSessionFactory factory;
  private final String domain;

  CheckHandler(Vertx vertx, KeycloakSessionFactory factory, String domain) {
    this.vertx = vertx;
    this.factory = factory;
    this.domain = domain;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!HttpMethod.GET.equals(request.method()) || !"/check".equals(request.path())) {
      page(request, 404);
      return;
    }
    Seen seen = seen(request);
    vertx
        .executeBlocking(() -> answer(seen), false)
        .onSuccess(
            next -> next.ifPresentOrElse(uri -> goOn(request, uri), () -> page(request, 410)))
        .onFailure(
            failed -> {
              LOG.error("A device's certificate was not checked", failed);
              page(request, 500);
            });
  }

  private Optional<URI> answer(Seen seen) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory, session -> new DeviceCheck(session, domain).answer(seen));
  }

  private static Seen seen(HttpServerRequest request) {
    return new Seen(
        request.connection().indicatedServerName(),
        request.getParam("s", ""),
        chain(request),
        request.remoteAddress().hostAddress(),
        request.getHeader("User-Agent"));
  }

  private static List<X509Certificate> chain(HttpServerRequest request) {
    try {
      List<Certificate> sent = request.connection().peerCertificates();
      return sent == null
          ? List.of()
          : sent.stream()
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .toList();
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }

  private static void goOn(HttpServerRequest request, URI next) {
    headers(request.response())
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", next.toString())
        .end()
        .onComplete(sent -> request.connection().close());
  }

  private static void page(HttpServerRequest request, int status) {
    headers(request.response())
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=UTF-8")
        .end(PlainPage.of(status))
        .onComplete(sent -> request.connection().close());
  }

  /** The connection ends with the answer: the next question may want another certificate. */
  private static HttpServerResponse headers(HttpServerResponse response) {
    return response
        .putHeader("Cache-Control", "no-store")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .putHeader("Connection", "close");
  }
}
