package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is published for those who check certificates elsewhere. */
@ExtendWith(Setup.class)
class DevicePublicationIT {

  private static final String PKI = Setup.PORTS.serverUrl() + "/realms/master/sekisho-pki/";
  private static final String LIST = "crl/published/1.crl";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void open() throws InterruptedException {
    TestTenant.openWithDevices("published", "published.example");
    // Long enough for a minute in which this address has used up its answers.
    Eventually.holdsWithin(180, () -> get("203.0.113.60", LIST, null).statusCode() == 200);
  }

  private static HttpResponse<byte[]> get(String from, String path, String known) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(PKI + path)).header("X-Forwarded-For", from);
    if (known != null) {
      request.header("If-None-Match", known);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void whoHasTheListIsNotSentItAgain() throws Exception {
    HttpResponse<byte[]> first = get("203.0.113.61", LIST, null);
    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(first.body()));
    assertThat(list.getIssuerX500Principal().getName()).contains("published Device CA G1");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> again = get("203.0.113.61", LIST, tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(tag);
    assertThat(get("203.0.113.61", LIST, "\"another\"").statusCode()).isEqualTo(200);
  }

  @Test
  void oneCallerHasSoManyAnswersInAMinuteOfWhateverKind() throws InterruptedException {
    // The minute may end meanwhile; then the next one is used up.
    Eventually.holdsWithin(300, DevicePublicationIT::isUsedUp);
    assertThat(get("2001:db8:77:1::2", LIST, null).statusCode()).as("another host").isEqualTo(200);
  }

  private static boolean isUsedUp() {
    for (int i = 0; i < 600; i++) {
      get("2001:db8:77::" + Integer.toHexString(i + 1), LIST, null);
    }
    return List.of(LIST, "ca/published/1.cer", "ocsp/published/1/MA==").stream()
        .map(path -> get("2001:db8:77::ffff", path, null).statusCode())
        .allMatch(status -> status == 429);
  }
}
