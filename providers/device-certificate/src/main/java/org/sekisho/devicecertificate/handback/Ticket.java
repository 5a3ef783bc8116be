package org.sekisho.devicecertificate.handback;

import java.util.Map;

/**
 * The listener's answer, for whoever holds the ticket's secret name.
 *
 * @param check the secret name of the question
 * @param deviceId the device whose certificate was valid, expired or revoked; empty for none
 * @param address of the browser at the listener
 */
public record Ticket(String check, Outcome outcome, String deviceId, String address, String agent) {

  Map<String, String> toNotes() {
    return Map.of(
        "check", check,
        "outcome", outcome.name(),
        "device", deviceId,
        "address", address,
        "agent", agent);
  }

  static Ticket of(Map<String, String> notes) {
    return new Ticket(
        notes.get("check"),
        Outcome.valueOf(notes.get("outcome")),
        notes.get("device"),
        notes.get("address"),
        notes.get("agent"));
  }
}
