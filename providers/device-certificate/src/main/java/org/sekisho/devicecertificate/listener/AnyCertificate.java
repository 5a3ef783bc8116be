package org.sekisho.devicecertificate.listener;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every certificate through the handshake, because a refusal there is a page of the browser's
 * that helps nobody; {@link DeviceCheck} judges it afterwards. TLS proves that the client has the
 * key. What browsers offer to the user is narrowed by the issuers that the server names.
 */
final class AnyCertificate extends X509ExtendedTrustManager {

  private final Supplier<X509Certificate[]> issuers;

  /**
   * Names issuers to browsers.
   *
   * @param issuers asked at each handshake; none end it, because with an empty list browsers would
   *     offer every certificate that they have (RFC 5246 §7.4.4)
   */
  AnyCertificate(Supplier<X509Certificate[]> issuers) {
    this.issuers = issuers;
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    X509Certificate[] named = issuers.get();
    if (named.length == 0) {
      throw new IllegalStateException("The tenant has no issuing CA any more.");
    }
    return named;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyType) {
    throw new UnsupportedOperationException("This side is the server.");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) {
    checkServerTrusted(chain, keyType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {
    checkServerTrusted(chain, keyType);
  }
}
