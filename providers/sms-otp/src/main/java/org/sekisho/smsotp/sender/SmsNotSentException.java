package org.sekisho.smsotp.sender;

/** A message was not sent, or nobody knows. The text holds neither number nor message. */
public final class SmsNotSentException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean possiblySent;

  /**
   * A message that was not sent, or not for certain.
   *
   * @param possiblySent true where the provider did not answer: the message may still arrive
   */
  public SmsNotSentException(String reason, boolean possiblySent) {
    super(reason);
    this.possiblySent = possiblySent;
  }

  public boolean isPossiblySent() {
    return possiblySent;
  }
}
