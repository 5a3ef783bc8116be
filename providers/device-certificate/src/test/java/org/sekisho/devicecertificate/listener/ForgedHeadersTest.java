package org.sekisho.devicecertificate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.http.HttpRequest;
import org.keycloak.services.x509.ApacheProxySslClientCertificateLookup;
import org.keycloak.services.x509.EnvoyProxySslClientCertificateLookup;
import org.keycloak.services.x509.HaProxySslClientCertificateLookup;
import org.keycloak.services.x509.NginxProxyTrustedClientCertificateLookup;
import org.keycloak.services.x509.Rfc9440ClientCertificateLookup;
import org.keycloak.services.x509.TraefikProxySslClientCertificateLookup;
import org.keycloak.services.x509.X509ClientCertificateLookup;
import org.sekisho.certauthority.SerialNumbers;
import org.sekisho.certauthority.root.RootCa;
import org.sekisho.testsupport.Fake;
import org.sekisho.testsupport.ForgedHeaders;

/**
 * The headers that the black-box tests forge are ones that a server which believed them would read:
 * that they open nothing here says something.
 */
class ForgedHeadersTest {

  private static X509Certificate certificate;

  @BeforeAll
  static void start() {
    certificate =
        RootCa.create("A device", new SerialNumbers(new SecureRandom()), Instant.now())
            .certificate();
    CryptoIntegration.init(ForgedHeadersTest.class.getClassLoader());
  }

  static Stream<X509ClientCertificateLookup> readers() {
    return Stream.of(
        new Rfc9440ClientCertificateLookup(ForgedHeaders.RFC_9440, "Client-Cert-Chain", 1),
        new NginxProxyTrustedClientCertificateLookup(ForgedHeaders.NGINX, "chain", 0, true),
        new EnvoyProxySslClientCertificateLookup(),
        new HaProxySslClientCertificateLookup(ForgedHeaders.HAPROXY, "chain", null, 0),
        new ApacheProxySslClientCertificateLookup(ForgedHeaders.APACHE, "chain", 0),
        new TraefikProxySslClientCertificateLookup(1));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void serversThatBelieveThemReadTheDevicesCertificate(X509ClientCertificateLookup reader)
      throws Exception {
    assertThat(reader.getCertificateChain(request(ForgedHeaders.of(certificate))))
        .containsExactly(certificate);
  }

  private static HttpRequest request(Map<String, String> headers) {
    MultivaluedMap<String, String> sent = new Sent();
    headers.forEach(sent::putSingle);
    HttpHeaders all =
        Fake.of(
            HttpHeaders.class,
            Map.of(
                "getRequestHeaders", none -> sent, "getRequestHeader", name -> sent.get(name[0])));
    return Fake.of(
        HttpRequest.class, Map.of("isProxyTrusted", none -> true, "getHttpHeaders", none -> all));
  }

  /** Names of headers in whatever case. */
  private static final class Sent extends AbstractMultivaluedMap<String, String> {

    private static final long serialVersionUID = 1;

    Sent() {
      super(new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER));
    }
  }
}
