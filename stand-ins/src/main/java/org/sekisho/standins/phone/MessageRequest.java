package org.sekisho.standins.phone;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.standins.web.Parameters;

/** The parameters of a message to send, checked in Twilio's order and with its error codes. */
record MessageRequest(
    String to,
    Optional<String> from,
    Optional<String> messagingServiceSid,
    String body,
    Optional<URI> statusCallback) {
  /** UTF-16 units, as Twilio counts them. */
  private static final int LONGEST_BODY = 1600;

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");
  private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
  private static final Pattern SERVICE_SID = Pattern.compile("MG[0-9a-fA-F]{32}");

  static MessageRequest read(Parameters form) {
    String to = recipient(form);
    Optional<String> from = form.filled("From");
    Optional<String> service = form.filled("MessagingServiceSid");
    checkSender(to, from, service);
    return new MessageRequest(to, from, service, body(form), statusCallback(form));
  }

  private static String recipient(Parameters form) {
    String to = form.filled("To").orElseThrow(() -> bad(21604, "A 'To' phone number is required."));
    if (!E164.matcher(to).matches()) {
      throw bad(21211, "Invalid 'To' Phone Number: " + masked(to));
    }
    return to;
  }

  private static void checkSender(String to, Optional<String> from, Optional<String> service) {
    if (from.isEmpty() && service.isEmpty()) {
      throw bad(21603, "A 'From' phone number is required.");
    }
    if (from.isPresent() && !isSender(from.get())) {
      throw bad(21212, "Invalid 'From' Phone Number: " + masked(from.get()));
    }
    if (from.isPresent() && from.get().equals(to)) {
      throw bad(21266, "'To' and 'From' number cannot be the same.");
    }
    if (service.isPresent() && !SERVICE_SID.matcher(service.get()).matches()) {
      throw bad(21701, "The Messaging Service does not exist.");
    }
  }

  private static boolean isSender(String from) {
    return E164.matcher(from).matches()
        || SHORT_CODE.matcher(from).matches()
        || SENDER_ID.matcher(from).matches();
  }

  private static String body(Parameters form) {
    String body = form.filled("Body").orElseThrow(() -> bad(21602, "Message body is required."));
    if (body.length() > LONGEST_BODY) {
      throw bad(21617, "The message body is longer than 1600 characters.");
    }
    return body;
  }

  private static Optional<URI> statusCallback(Parameters form) {
    return form.filled("StatusCallback").map(MessageRequest::callbackAddress);
  }

  private static URI callbackAddress(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw bad(21609, "The 'StatusCallback' URL is not a valid URL.");
    }
    throw bad(21609, "The 'StatusCallback' URL is not a valid URL.");
  }

  /** The real service shortens the number in its message too. */
  private static String masked(String number) {
    return number.substring(0, Math.min(4, number.length())) + "XXXX";
  }

  private static RuntimeException bad(int code, String message) {
    return TwilioProblem.of(400, code, message);
  }
}
