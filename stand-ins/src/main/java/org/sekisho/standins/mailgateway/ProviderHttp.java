package org.sekisho.standins.mailgateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Calls to identity providers. None takes longer than the time-outs, and redirects are not
 * followed.
 */
final class ProviderHttp {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  HttpResponse<String> send(HttpRequest.Builder request) throws GatewayProblem {
    try {
      return client.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new GatewayProblem("The identity provider cannot be reached.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayProblem("The gateway is closing.");
    }
  }
}
