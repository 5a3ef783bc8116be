package org.sekisho.smsotp.sender;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** Sends through Twilio's Messages API with Twilio's library. */
final class TwilioSmsSender implements SmsSender {

  private static final Pattern MESSAGE_SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");

  /**
   * The states in which Twilio has taken over the message; any other answer counts as a failure.
   */
  private static final Set<Message.Status> TAKEN_OVER =
      EnumSet.of(
          Message.Status.ACCEPTED,
          Message.Status.QUEUED,
          Message.Status.SENDING,
          Message.Status.SENT,
          Message.Status.DELIVERED);

  /** The states that another one follows; most messages are reported in several of them. */
  private static final Set<String> ON_THE_WAY =
      Set.of("accepted", "scheduled", "queued", "sending", "sent");

  private final TwilioConfig config;
  private final TwilioRestClient client;
  private final Semaphore inFlight;

  TwilioSmsSender(TwilioConfig config) {
    this.config = config;
    this.inFlight = new Semaphore(config.maxConcurrent());
    this.client =
        new TwilioRestClient.Builder(config.accountSid(), config.authToken())
            .httpClient(new TwilioHttpClient(config))
            .build();
  }

  @Override
  public String send(String e164, String text, URI deliveryReports) throws SmsNotSentException {
    if (!inFlight.tryAcquire()) {
      throw new SmsNotSentException("too many messages in flight", false);
    }
    try {
      return receiptOf(message(e164, text).setStatusCallback(deliveryReports).create(client));
    } catch (TwilioException refused) {
      // Twilio's texts may repeat the number, so only the kind of failure goes on.
      throw new SmsNotSentException(reason(refused), isPossiblySent(refused));
    } finally {
      inFlight.release();
    }
  }

  private MessageCreator message(String e164, String text) {
    PhoneNumber to = new PhoneNumber(e164);
    return config.messagingServiceSid() == null
        ? Message.creator(to, new PhoneNumber(config.from()), text)
        : Message.creator(to, config.messagingServiceSid(), text);
  }

  private static String receiptOf(Message message) throws SmsNotSentException {
    String sid = message == null ? null : message.getSid();
    if (sid == null || !MESSAGE_SID.matcher(sid).matches()) {
      throw new SmsNotSentException("answer without a message SID", true);
    }
    if (message.getStatus() == null || !TAKEN_OVER.contains(message.getStatus())) {
      throw new SmsNotSentException("answer with a status that is no acceptance", true);
    }
    return sid;
  }

  /** Without a readable refusal nobody knows whether Twilio has taken the message over. */
  private static boolean isPossiblySent(TwilioException refused) {
    if (refused instanceof ApiException api) {
      return api.getStatusCode() == null || api.getStatusCode() / 100 != 4;
    }
    return refused instanceof ApiConnectionException;
  }

  private static String reason(TwilioException refused) {
    if (refused instanceof ApiException api) {
      return "Twilio refused, code " + api.getCode() + ", status " + api.getStatusCode();
    }
    return refused.getClass().getSimpleName();
  }

  @Override
  public Optional<DeliveryReport> readReport(URI url, Map<String, String> form, String signature) {
    if (signature == null
        || !new RequestValidator(config.authToken()).validate(url.toString(), form, signature)) {
      return Optional.empty();
    }
    String sid = form.get("MessageSid");
    String status = form.get("MessageStatus");
    boolean complete = sid != null && MESSAGE_SID.matcher(sid).matches() && status != null;
    return complete && status.matches("[a-z_]{1,20}")
        ? Optional.of(new DeliveryReport(status, !ON_THE_WAY.contains(status)))
        : Optional.empty();
  }

  @Override
  public void close() {}
}
