package org.sekisho.federation.microsoft365;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.core.FactsMail;

/**
 * Tells those in charge which applications will refuse everybody unless they learn the next
 * certificate. That it was told is noted in the transaction that sends; an application that is
 * added afterwards is told of as well.
 */
final class RolloverMail {

  private RolloverMail() {}

  /** Sends where something new is to be told. */
  static void tell(Worker.View view, Optional<String> operator) {
    SamlApplications applications = SamlApplications.of(view.realm());
    view.store()
        .rollover(view.realm().getId())
        .filter(rollover -> !applications.areThoseOf(rollover.toldOf))
        .ifPresent(
            rollover -> {
              rollover.toldOf = applications.fingerprint();
              new AdministratorMail(view, operator)
                  .send("sekishoSigningKeyChange", facts(view, rollover, applications));
            });
  }

  private static List<Map<String, String>> facts(
      Worker.View view, RolloverEntity rollover, SamlApplications applications) {
    return List.of(
        FactsMail.fact("sekishoFactApplications", applications.names()),
        FactsMail.fact("sekishoFactFingerprint", view.keys().fingerprint(rollover.newKey)));
  }
}
