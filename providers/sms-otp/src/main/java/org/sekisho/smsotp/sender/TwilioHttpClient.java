package org.sekisho.smsotp.sender;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.sekisho.core.Deadlines;

/**
 * Carries the requests of Twilio's library over the Apache HttpClient that Keycloak ships. Twilio's
 * own client would put a second one on Keycloak's class path and knows no limit for the whole
 * exchange; the JDK's hands each message through three threads, which costs twice as much. It is
 * not Keycloak's shared client, because an administrator can tell that one to repeat requests.
 *
 * <p>Nothing is tried again: the same message might be sent twice.
 */
final class TwilioHttpClient extends HttpClient {

  private static final int SERVER_PORT_UNSET = -1;

  private final CloseableHttpClient client;
  private final TwilioConfig config;

  TwilioHttpClient(TwilioConfig config) {
    this.config = config;
    this.client = clientFor(config);
  }

  private static CloseableHttpClient clientFor(TwilioConfig config) {
    RequestConfig limits =
        RequestConfig.custom()
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setConnectionRequestTimeout((int) config.connectTimeout().toMillis())
            .setSocketTimeout((int) config.totalTimeout().toMillis())
            .build();
    return HttpClients.custom()
        .setDefaultRequestConfig(limits)
        .setMaxConnPerRoute(config.maxConcurrent())
        .setMaxConnTotal(config.maxConcurrent())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    HttpUriRequest http =
        RequestBuilder.create(request.getMethod().name())
            .setUri(atConfiguredBase(request))
            .setHeader("Authorization", request.getAuthString())
            .setHeader("Accept", "application/json")
            .setEntity(
                new StringEntity(request.encodeFormBody(), ContentType.APPLICATION_FORM_URLENCODED))
            .build();
    // The client's own time-outs begin anew with each byte; this one covers a body that never ends.
    try {
      return Deadlines.within(config.totalTimeout(), http::abort, () -> exchange(http));
    } catch (IOException failed) {
      throw new ApiConnectionException("connection failed", failed);
    }
  }

  private Response exchange(HttpUriRequest request) throws IOException {
    try (CloseableHttpResponse answer = client.execute(request)) {
      return read(answer);
    }
  }

  private static Response read(CloseableHttpResponse answer) throws IOException {
    int status = answer.getStatusLine().getStatusCode();
    if (status / 100 == 3) {
      // Twilio's library takes a redirect for a success.
      throw new ApiConnectionException("redirected");
    }
    HttpEntity body = answer.getEntity();
    return new Response(
        body == null ? "" : EntityUtils.toString(body, StandardCharsets.UTF_8), status);
  }

  private URI atConfiguredBase(Request request) {
    URI target = URI.create(request.constructURL().toString());
    URI base = config.apiBaseUrl();
    String port = base.getPort() == SERVER_PORT_UNSET ? "" : ":" + base.getPort();
    return URI.create(base.getScheme() + "://" + base.getHost() + port + target.getRawPath());
  }
}
