package org.sekisho.devicecertificate.listener;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.sekisho.devicecertificate.DeviceConfig;
import org.sekisho.devicecertificate.PerMinuteLimit;
import org.sekisho.devicecertificate.authority.Authorities;

/**
 * The listener that asks browsers for certificates, on hosts and a port of its own, so that the
 * sign-in pages never do. HTTP/1.1 only: HTTP/2 would let a browser reuse a connection of another
 * host, where nobody was asked (RFC 9113 §9.1.1).
 */
public final class CertauthListener implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CertauthListener.class);
  private static final int IDLE_SECONDS = 15;
  private static final int HANDSHAKE_SECONDS = 10;

  /** In a second, of one tenant's hosts: as where thousands come to work within a minute. */
  private static final int HANDSHAKES_OF_ONE = 300;

  /** In a second, of all tenants' hosts: the JDK makes several thousand on one core. */
  private static final int HANDSHAKES_OF_ALL = 2_000;

  /** In a second, of hosts that nobody is known to have: each asks the database. */
  private static final int LOOK_UPS = 20;

  private static final int MAX_HEADERS = 16 * 1024;
  private static final int MAX_FIRST_LINE = 2 * 1024;
  private static final int CLOSE_SECONDS = 5;

  /** A server that starts on a busy machine is not to fail for it. */
  private static final int OPEN_SECONDS = 60;

  private final DeviceConfig config;
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(16));
  private final AtomicInteger connections = new AtomicInteger();
  private final PerMinuteLimit limit;
  private final KeycloakSessionFactory factory;
  private final IssuerHints hints;
  private final ServerCertificate certificate;
  private HttpServer server;

  /** Listens to nobody yet. */
  public CertauthListener(DeviceConfig config, KeycloakSessionFactory factory) {
    this.config = config;
    this.factory = factory;
    this.hints = new IssuerHints(this::issuersOf, new Rate(LOOK_UPS));
    this.limit = new PerMinuteLimit(config.maxHandshakes());
    this.certificate = new ServerCertificate(config.certificate(), config.key());
  }

  /** Whether it knows a tenant that it has looked up by itself. */
  boolean hasLearned() {
    return hints.hasLearned();
  }

  /** Takes the issuing CAs of all tenants as they are now. */
  public void learnIssuers(KeycloakSession session) {
    hints.replace(Authorities.issuersOfAll(session));
  }

  /**
   * Listens.
   *
   * @throws IllegalStateException where the port or the certificate cannot be used
   */
  public void start() {
    try {
      server =
          vertx
              .createHttpServer(options())
              .connectionHandler(this::count)
              .requestHandler(new CheckHandler(vertx, factory, config.domain()));
      await(server.listen(), OPEN_SECONDS);
      LOG.infof("Asking for device certificates at *.%s, port %d", config.domain(), config.port());
    } catch (IOException | CompletionException failed) {
      throw new IllegalStateException(
          "The listener for device certificates does not start: " + failed.getMessage(), failed);
    }
  }

  private HttpServerOptions options() throws IOException {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setSsl(true)
        .setSni(true)
        .setUseAlpn(false)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
        .setKeyCertOptions(certificate.read())
        .setTrustOptions(trust())
        .setClientAuth(ClientAuth.REQUEST)
        .setUseProxyProtocol(config.proxyProtocol())
        .setIdleTimeout(IDLE_SECONDS)
        .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
        .setMaxHeaderSize(MAX_HEADERS)
        .setMaxInitialLineLength(MAX_FIRST_LINE)
        .setMaxFormAttributeSize(0);
  }

  private TenantTrust trust() {
    return new TenantTrust(
        hints, config.domain(), new HandshakeRates(HANDSHAKES_OF_ONE, HANDSHAKES_OF_ALL));
  }

  private X509Certificate[] issuersOf(String tenant) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory, session -> Authorities.issuersOf(session, tenant));
  }

  /** After the handshake: Vert.x tells nobody of a connection before. */
  private void count(HttpConnection connection) {
    int open = connections.incrementAndGet();
    connection.closeHandler(closed -> connections.decrementAndGet());
    String address = connection.remoteAddress().hostAddress();
    if (open > config.maxConnections() || !limit.admits(address, System.currentTimeMillis())) {
      connection.close();
    }
  }

  /** Takes another certificate of the server's where its files have changed. */
  public void reload() {
    try {
      if (server != null && certificate.hasChanged()) {
        await(server.updateSSLOptions(options().getSslOptions()), OPEN_SECONDS);
        LOG.info("The listener has taken its new certificate");
      }
    } catch (IOException | CompletionException failed) {
      LOG.errorf("The listener keeps its old certificate: %s", failed.getMessage());
    }
  }

  private static void await(Future<?> future, int seconds) {
    future.toCompletionStage().toCompletableFuture().orTimeout(seconds, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    await(vertx.close(), CLOSE_SECONDS);
  }
}
