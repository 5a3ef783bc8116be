package org.sekisho.standins.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.standins.web.RandomId;

/** A text that arrived on the phone. */
record ShortMessage(String sid, String accountSid, MessageRequest request, Instant receivedAt) {
  private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
  private static final Duration UNTIL_SENT = Duration.ofMillis(300);
  private static final Duration UNTIL_DELIVERED = Duration.ofMillis(600);

  static ShortMessage receive(String accountSid, MessageRequest request, Instant now) {
    return new ShortMessage("SM" + RandomId.hex(), accountSid, request, now);
  }

  /** The first number of exactly six digits in the text. */
  Optional<String> code() {
    Matcher matcher = CODE.matcher(request.body());
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /** The status follows from the age alone, so nothing has to keep it up to date. */
  String statusAt(Instant now) {
    Duration age = Duration.between(receivedAt, now);
    if (age.compareTo(UNTIL_SENT) < 0) {
      return "queued";
    }
    return age.compareTo(UNTIL_DELIVERED) < 0 ? "sent" : "delivered";
  }

  Instant sentAt() {
    return receivedAt.plus(UNTIL_SENT);
  }

  /** Without number and text, which must not get into a log. */
  @Override
  public String toString() {
    return "ShortMessage[" + sid + "]";
  }
}
