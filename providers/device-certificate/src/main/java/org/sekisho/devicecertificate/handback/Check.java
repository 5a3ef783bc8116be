package org.sekisho.devicecertificate.handback;

import java.util.Map;

/**
 * A question to the listener: which certificate does this browser have?
 *
 * @param realmId the tenant that asks
 * @param purpose what the answer is for
 * @param subject for a sign-in the address where it goes on, for an enrolment its identifier
 * @param address of the browser when it was asked, as text
 * @param agent SHA-256 of its {@code User-Agent}
 */
public record Check(String realmId, Purpose purpose, String subject, String address, String agent) {

  /** What an answer is for. */
  public enum Purpose {
    SIGN_IN,
    ENROLMENT
  }

  Map<String, String> toNotes() {
    return Map.of(
        "realm", realmId,
        "purpose", purpose.name(),
        "subject", subject,
        "address", address,
        "agent", agent);
  }

  static Check of(Map<String, String> notes) {
    return new Check(
        notes.get("realm"),
        Purpose.valueOf(notes.get("purpose")),
        notes.get("subject"),
        notes.get("address"),
        notes.get("agent"));
  }
}
