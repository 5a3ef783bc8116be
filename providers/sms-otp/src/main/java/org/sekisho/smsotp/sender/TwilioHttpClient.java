package org.sekisho.smsotp.sender;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the requests of Twilio's library over one shared JDK client. Twilio's own client would
 * put a second Apache HttpClient on Keycloak's class path and knows no limit for the whole
 * exchange.
 *
 * <p>Nothing is tried again: the same message might be sent twice.
 */
final class TwilioHttpClient extends HttpClient {

  private static final int SERVER_PORT_UNSET = -1;

  private final java.net.http.HttpClient client;
  private final TwilioConfig config;

  TwilioHttpClient(TwilioConfig config) {
    this.config = config;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .connectTimeout(config.connectTimeout())
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    HttpRequest http =
        HttpRequest.newBuilder(atConfiguredBase(request))
            .header("Authorization", request.getAuthString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .method(request.getMethod().name(), BodyPublishers.ofString(request.encodeFormBody()))
            .build();
    var exchange = client.sendAsync(http, BodyHandlers.ofString());
    try {
      // The client's own time-out ends with the headers; this one covers a body that never ends.
      var answer = exchange.get(config.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() / 100 == 3) {
        // Twilio's library takes a redirect for a success.
        throw new ApiConnectionException("redirected");
      }
      return new Response(answer.body(), answer.statusCode());
    } catch (TimeoutException late) {
      exchange.cancel(true);
      throw new ApiConnectionException("no answer in time", late);
    } catch (ExecutionException failed) {
      throw new ApiConnectionException("connection failed", ioCause(failed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("interrupted", interrupted);
    }
  }

  private URI atConfiguredBase(Request request) {
    URI target = URI.create(request.constructURL().toString());
    URI base = config.apiBaseUrl();
    String port = base.getPort() == SERVER_PORT_UNSET ? "" : ":" + base.getPort();
    return URI.create(base.getScheme() + "://" + base.getHost() + port + target.getRawPath());
  }

  private static Exception ioCause(ExecutionException failed) {
    return failed.getCause() instanceof IOException io ? io : failed;
  }
}
