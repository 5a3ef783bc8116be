package org.sekisho.devicecertificate.listener;

import io.netty.handler.ssl.util.SimpleTrustManagerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.sekisho.devicecertificate.handback.HostLabels;

/**
 * Tells each browser which issuers' certificates are asked for: those of the tenant whose host it
 * has called. Hosts of no tenant get no handshake.
 */
final class TenantTrust implements TrustOptions {

  private final IssuerHints hints;
  private final String domain;
  private final X509Certificate own;
  private final Rate rate;

  /**
   * Names tenants' issuers.
   *
   * @param own the listener's own certificate, which has issued none: who names no host is offered
   *     nothing
   * @param rate of handshakes: this is called before each
   */
  TenantTrust(IssuerHints hints, String domain, X509Certificate own, Rate rate) {
    this.rate = rate;
    this.hints = hints;
    this.domain = domain;
    this.own = own;
  }

  @Override
  public TrustOptions copy() {
    return this;
  }

  @Override
  public TrustManagerFactory getTrustManagerFactory(Vertx vertx) {
    TrustManager[] nobody = {new AnyCertificate(() -> new X509Certificate[] {own})};
    return new SimpleTrustManagerFactory() {
      @Override
      protected void engineInit(KeyStore keyStore) {}

      @Override
      protected void engineInit(ManagerFactoryParameters parameters) {}

      @Override
      protected TrustManager[] engineGetTrustManagers() {
        return nobody;
      }
    };
  }

  /**
   * Vert.x keeps what is returned for some time, so the issuers are looked up at each handshake.
   */
  @Override
  public Function<String, TrustManager[]> trustManagerMapper(Vertx vertx) {
    return host -> {
      rate.require(System.nanoTime());
      String tenant = tenantOf(host);
      return new TrustManager[] {new AnyCertificate(() -> hints.of(tenant))};
    };
  }

  private String tenantOf(String host) {
    return HostLabels.tenants(host, domain).stream()
        .filter(hints::knows)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No tenant has this host."));
  }
}
