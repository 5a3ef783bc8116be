package org.sekisho.federation.microsoft365;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.http.simple.SimpleHttpResponse;

/**
 * One call over Keycloak's own HTTP client, with its proxy settings and trust store: time limits,
 * no redirects (they would carry the token elsewhere), and patience where Microsoft asks for it.
 */
final class GraphHttp {

  /** A page of 999 users is below a megabyte. */
  private static final long LONGEST_ANSWER = 8L << 20;

  /** Keycloak's own leaves null out, which would never take a certificate away. */
  private static final ObjectMapper WITH_NULLS = new ObjectMapper();

  private final HttpClient client;
  private final GraphConfig config;
  private final Pauses pauses;

  /** How a pause is made; tests make none. */
  interface Pauses {
    void make(Duration pause);

    static void real(Duration pause) {
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw DirectoryException.unavailable("interrupted");
      }
    }
  }

  /** Makes the request anew for each try. */
  interface Call {
    SimpleHttpRequest on(SimpleHttp http);
  }

  GraphHttp(HttpClient client, GraphConfig config, Pauses pauses) {
    this.client = client;
    this.config = config;
    this.pauses = pauses;
  }

  /**
   * Calls until there is an answer that is none of "later".
   *
   * @param what is called, for the message: without anything of its content
   * @param repeatable whether the call may be made again where it is not known what the first did
   * @throws DirectoryException where the answer is no success
   */
  GraphAnswer send(String what, boolean repeatable, Call call) {
    Duration waited = Duration.ZERO;
    for (int tries = 1; ; tries++) {
      GraphAnswer answer = once(call);
      if (answer.isSuccess()) {
        return answer;
      }
      Optional<Duration> asked = answer.askedPause(ZonedDateTime.now(ZoneOffset.UTC));
      boolean again = answer.status() == 429 || (repeatable && answer.isTurnedAway());
      Optional<Duration> pause =
          again ? config.backoff().pause(tries, waited, asked) : Optional.empty();
      if (pause.isEmpty()) {
        throw answer.toException(what, (int) asked.orElse(Duration.ZERO).toSeconds());
      }
      pauses.make(pause.get());
      waited = waited.plus(pause.get());
    }
  }

  private GraphAnswer once(Call call) {
    SimpleHttp http =
        SimpleHttp.create(client)
            .withRequestConfig(limits())
            .withObjectMapper(WITH_NULLS)
            .withMaxConsumedResponseSize(LONGEST_ANSWER);
    try (SimpleHttpResponse response = call.on(http).acceptJson().asResponse()) {
      return new GraphAnswer(
          response.getStatus(),
          GraphAnswer.parse(response.asString()),
          response.getFirstHeader("Retry-After"));
    } catch (IOException failed) {
      // Its message may hold the address with what was asked for; its kind says enough.
      throw DirectoryException.unavailable("no answer: " + failed.getClass().getSimpleName());
    }
  }

  private RequestConfig limits() {
    return RequestConfig.custom()
        .setRedirectsEnabled(false)
        .setConnectTimeout((int) config.connectTimeout().toMillis())
        .setConnectionRequestTimeout((int) config.connectTimeout().toMillis())
        .setSocketTimeout((int) config.readTimeout().toMillis())
        .build();
  }
}
