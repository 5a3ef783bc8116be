package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Optional;
import org.sekisho.core.FactsMail;

/**
 * Tells those in charge that Microsoft's settings are not ours any more. That it was told is noted
 * in the transaction that sends.
 */
final class DriftMail {

  private final AdministratorMail mail;

  DriftMail(Worker.View view, Optional<String> operator) {
    this.mail = new AdministratorMail(view, operator);
  }

  /** Sends where something new is to be told. */
  void tell(DomainEntity row) {
    String drift = row.drift == null ? "" : row.drift;
    if (drift.equals(row.driftTold == null ? "" : row.driftTold)) {
      return;
    }
    row.driftTold = drift;
    if (drift.isEmpty()) {
      return;
    }
    mail.send(
        "sekishoMicrosoftDrift",
        List.of(
            FactsMail.fact("sekishoFactDomain", row.domain),
            FactsMail.fact("sekishoFactDifference", drift.replace(",", ", "))));
  }
}
