package org.sekisho.standins.phone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tells the sender what became of a message. Best effort: a callback that fails is not tried again.
 */
final class StatusCallbacks implements AutoCloseable {
  private static final long SENT_AFTER_MILLIS = 300;
  private static final long DELIVERED_AFTER_MILLIS = 300;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String authToken;

  /** As Twilio does; the JDK's client would ask each server first whether it speaks HTTP/2. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(4);

  StatusCallbacks(TwilioAccount account) {
    this.authToken = account.authToken();
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void announce(ShortMessage message) {
    message
        .request()
        .statusCallback()
        .ifPresent(address -> later(SENT_AFTER_MILLIS, () -> sentAndDelivered(address, message)));
  }

  /** One after the other: on a busy machine both would be due at once, and overtake each other. */
  private void sentAndDelivered(URI address, ShortMessage message) {
    post(address, fields(message, "sent"));
    later(DELIVERED_AFTER_MILLIS, () -> post(address, fields(message, "delivered")));
  }

  private void later(long millis, Runnable work) {
    try {
      var unused = timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The stand-in is closing.
      return;
    }
  }

  private static Map<String, String> fields(ShortMessage message, String status) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("AccountSid", message.accountSid());
    fields.put("ApiVersion", MessageResource.API_VERSION);
    fields.put("MessageSid", message.sid());
    fields.put("MessageStatus", status);
    fields.put("SmsSid", message.sid());
    fields.put("SmsStatus", status);
    fields.put("To", message.request().to());
    message.request().from().ifPresent(from -> fields.put("From", from));
    message
        .request()
        .messagingServiceSid()
        .ifPresent(sid -> fields.put("MessagingServiceSid", sid));
    return fields;
  }

  private void post(URI address, Map<String, String> fields) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .header(
                "X-Twilio-Signature", CallbackSignature.of(address.toString(), fields, authToken))
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields)))
            .build();
    try {
      client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      // Best effort and quiet: the address may hold something private.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
