package org.sekisho.federation.signout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicNameValuePair;

/**
 * One call to the back-channel sign-out address of an application.
 *
 * @param url as it is registered
 * @param token signed
 */
record SignOutCall(String url, String token) {

  static final int MOST_MILLIS = 5_000;

  private static final RequestConfig LIMITS =
      RequestConfig.custom()
          .setConnectTimeout(MOST_MILLIS)
          .setConnectionRequestTimeout(MOST_MILLIS)
          .setSocketTimeout(MOST_MILLIS)
          .setRedirectsEnabled(false)
          .build();

  /**
   * Calls, and waits five seconds at most, however slowly the application sends.
   *
   * @param client of Keycloak, which knows the server's trust store and proxies
   * @param clock ends the call
   * @return what went wrong; empty where the application has taken it
   */
  String fault(CloseableHttpClient client, ScheduledExecutorService clock) {
    HttpPost post = new HttpPost(url);
    post.setConfig(LIMITS);
    post.setEntity(
        new UrlEncodedFormEntity(
            List.of(new BasicNameValuePair("logout_token", token)), StandardCharsets.UTF_8));
    ScheduledFuture<?> limit = clock.schedule(post::abort, MOST_MILLIS, TimeUnit.MILLISECONDS);
    try (CloseableHttpResponse answer = client.execute(post)) {
      int status = answer.getStatusLine().getStatusCode();
      return status == 200 || status == 204 ? "" : "status " + status;
    } catch (IOException failed) {
      return failed.getClass().getSimpleName();
    } finally {
      limit.cancel(false);
    }
  }
}
