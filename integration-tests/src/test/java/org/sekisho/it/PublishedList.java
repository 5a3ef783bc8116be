package org.sekisho.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.concurrent.atomic.AtomicInteger;

/** The lists of revoked certificates that a server publishes. */
final class PublishedList {

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private PublishedList() {}

  /** Whether the list of a tenant's first issuing CA names the device's certificate. */
  static boolean names(String serverUrl, String tenant, TestDevice device) {
    try (InputStream list = open(serverUrl, tenant)) {
      X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(list);
      crl.verify(device.chain().get(1).getPublicKey());
      return crl.isRevoked(device.chain().get(0));
    } catch (IOException notYet) {
      return false;
    } catch (GeneralSecurityException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** One address has so many answers in a minute: who waits for a list would use them up. */
  private static InputStream open(String serverUrl, String tenant) throws IOException {
    String url = serverUrl + "/realms/master/sekisho-pki/crl/" + tenant + "/1.crl";
    URLConnection connection = URI.create(url).toURL().openConnection();
    connection.setRequestProperty(
        "X-Forwarded-For", "192.0.2." + ADDRESSES.updateAndGet(last -> last % 250 + 1));
    return connection.getInputStream();
  }
}
