package org.sekisho.federation.request;

import java.time.Duration;
import java.time.Instant;

/** Whether a SAML message is of now (SAML core 1.3.3 and 3.2.1). Pure. */
public final class MessageTimes {

  /** How far two clocks may be apart. */
  static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  /** How long a message may take through a browser. */
  static final Duration UNDER_WAY = Duration.ofMinutes(5);

  /** How long the identifier of a message is kept: afterwards its time refuses it. */
  public static final Duration REMEMBERED = UNDER_WAY.plus(CLOCK_DIFFERENCE.multipliedBy(2));

  private MessageTimes() {}

  /**
   * What is wrong with the times of a message; null where nothing is.
   *
   * @param issued IssueInstant; null where the message has none
   * @param notOnOrAfter of a LogoutRequest; null where the message has none
   */
  public static RequestFault fault(Instant issued, Instant notOnOrAfter, Instant now) {
    if (issued == null || issued.isBefore(now.minus(UNDER_WAY).minus(CLOCK_DIFFERENCE))) {
      return RequestFault.EXPIRED;
    }
    if (issued.isAfter(now.plus(CLOCK_DIFFERENCE))) {
      return RequestFault.NOT_YET_VALID;
    }
    boolean over = notOnOrAfter != null && !now.minus(CLOCK_DIFFERENCE).isBefore(notOnOrAfter);
    return over ? RequestFault.EXPIRED : null;
  }
}
