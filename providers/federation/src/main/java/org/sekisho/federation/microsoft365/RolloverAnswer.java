package org.sekisho.federation.microsoft365;

import java.util.List;

/**
 * The rollover that runs, as the API tells it.
 *
 * @param compromised whether nothing is waited for but confirmations
 * @param waitingFor domains that hold the step: not confirmed, or on their way here or back
 * @param nextCertificate that of the new key
 * @param applications SAML applications that refuse everybody after the switch unless they know the
 *     next certificate
 * @param applicationsInformed false where the switch waits until somebody says so
 */
record RolloverAnswer(
    RolloverStep step,
    String startedAt,
    String stepAt,
    String nextStepNotBefore,
    boolean compromised,
    List<String> waitingFor,
    Certificate nextCertificate,
    List<SamlApplications.Application> applications,
    boolean applicationsInformed) {

  /**
   * A certificate.
   *
   * @param certificate base64 of DER
   * @param sha256 of the DER, hexadecimal with colons, as the portal shows it
   */
  record Certificate(String certificate, String sha256) {}

  /** Null where none runs. */
  static RolloverAnswer of(Worker.View view, RolloverStep.Waits waits) {
    return view.store()
        .rollover(view.realm().getId())
        .map(row -> of(view, row, waits.unlessCompromised(row.compromised)))
        .orElse(null);
  }

  private static RolloverAnswer of(Worker.View view, RolloverEntity row, RolloverStep.Waits waits) {
    SamlApplications applications = SamlApplications.of(view.realm());
    SigningKeys keys = view.keys();
    return new RolloverAnswer(
        row.step,
        Answers.time(row.startedAt),
        Answers.time(row.stepAt),
        Answers.time(notBefore(row, waits)),
        row.compromised,
        Rollovers.waitingFor(view),
        new Certificate(keys.certificate(row.newKey), keys.fingerprint(row.newKey)),
        applications.list(),
        applications.areThoseOf(row.informedOf));
  }

  private static Long notBefore(RolloverEntity row, RolloverStep.Waits waits) {
    return switch (row.step) {
      case PUSHED -> row.stepAt + waits.beforeSwitchMillis();
      case SETTLED -> row.stepAt + waits.beforeWithdrawalMillis();
      case PUSHING, SWITCHED, WITHDRAWING -> null;
    };
  }
}
