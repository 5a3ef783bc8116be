package org.sekisho.devicecertificate.listener;

import io.netty.handler.ssl.util.SimpleTrustManagerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.logging.Logger;
import org.sekisho.devicecertificate.handback.HostLabels;

/**
 * Tells each browser which issuers' certificates are asked for: those of the tenant whose host it
 * has called. Who names no host, or one of no tenant, is cut off.
 */
final class TenantTrust implements TrustOptions {

  private static final Logger LOG = Logger.getLogger(TenantTrust.class);

  private final IssuerHints hints;
  private final String domain;
  private final HandshakeRates rates;

  /**
   * Names tenants' issuers.
   *
   * @param rates of tenants' handshakes: those above are cut off where issuers would be named: in
   *     TLS 1.3 before the server has signed anything, in TLS 1.2 with one signature made
   */
  TenantTrust(IssuerHints hints, String domain, HandshakeRates rates) {
    this.rates = rates;
    this.hints = hints;
    this.domain = domain;
  }

  @Override
  public TrustOptions copy() {
    return this;
  }

  /** For whoever has named no host of a tenant's. */
  @Override
  public TrustManagerFactory getTrustManagerFactory(Vertx vertx) {
    TrustManager[] nobody = {new AnyCertificate(TenantTrust::refuse)};
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

  /** Ends the handshake, and the connection with it. */
  private static X509Certificate[] refuse() {
    throw new IllegalStateException("No tenant has this host.");
  }

  /**
   * Vert.x keeps what is returned for some time, so the issuers are looked up at each handshake.
   * Nothing may be thrown here: Vert.x would leave the connection open until its client is tired.
   *
   * @return a function that gives null for those who are to be refused
   */
  @Override
  public Function<String, TrustManager[]> trustManagerMapper(Vertx vertx) {
    return host ->
        tenantOf(host)
            .map(tenant -> new TrustManager[] {new AnyCertificate(() -> hints.of(tenant))})
            .orElse(null);
  }

  private Optional<String> tenantOf(String host) {
    long now = System.nanoTime();
    List<String> names = HostLabels.tenants(host, domain);
    try {
      return hints.firstTenant(names, now).filter(tenant -> rates.admits(tenant, now));
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "Whether a tenant has the host %s was not found out", names);
      return Optional.empty();
    }
  }
}
