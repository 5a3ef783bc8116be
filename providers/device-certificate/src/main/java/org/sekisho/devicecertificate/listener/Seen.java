package org.sekisho.devicecertificate.listener;

import java.security.cert.X509Certificate;
import java.util.List;
import org.sekisho.devicecertificate.handback.SameBrowser;

/**
 * What the listener saw of a browser.
 *
 * @param host that the browser called, from TLS
 * @param check the secret name of the question
 * @param chain the certificates it sent; empty for none
 * @param address where it connects from
 * @param userAgent its {@code User-Agent}; null for none
 */
record Seen(
    String host, String check, List<X509Certificate> chain, String address, String userAgent) {

  /** SHA-256 of the {@code User-Agent}. */
  String agent() {
    return SameBrowser.agent(userAgent);
  }
}
