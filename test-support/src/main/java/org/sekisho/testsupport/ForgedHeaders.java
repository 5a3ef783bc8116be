package org.sekisho.testsupport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/**
 * The headers by which proxies that end TLS tell a server of a client's certificate, each in a form
 * that Keycloak's own readers take. Anybody can write them.
 */
public final class ForgedHeaders {

  public static final String RFC_9440 = "Client-Cert";
  public static final String NGINX = "ssl-client-cert";
  public static final String NGINX_VERDICT = "ssl-client-verify";
  public static final String ENVOY = "X-Forwarded-Client-Cert";
  public static final String HAPROXY = "X-SSL-Client-Cert";
  public static final String APACHE = "SSL_CLIENT_CERT";
  public static final String TRAEFIK = "X-Forwarded-Tls-Client-Cert";

  private ForgedHeaders() {}

  /** Of one certificate, the device's own. */
  public static Map<String, String> of(X509Certificate certificate) {
    String der = base64(certificate);
    String pem = "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n";
    String escaped = URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
    return Map.of(
        RFC_9440,
        ":" + der + ":",
        NGINX,
        escaped,
        NGINX_VERDICT,
        "SUCCESS",
        ENVOY,
        "Cert=\"" + escaped + "\"",
        HAPROXY,
        der,
        APACHE,
        pem.replace("\n", " ").strip(),
        TRAEFIK,
        der);
  }

  private static String base64(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
