package org.sekisho.certauthority.root;

/** The ceremony refuses; nothing was signed. */
public final class CeremonyException extends Exception {

  private final CeremonyRefusal refusal;
  private final String subject;

  CeremonyException(CeremonyRefusal refusal, String subject) {
    super(refusal + ": " + subject);
    this.refusal = refusal;
    this.subject = subject;
  }

  public CeremonyRefusal refusal() {
    return refusal;
  }

  /** What was refused: the subject of a request or a certificate. */
  public String subject() {
    return subject;
  }
}
