package org.sekisho.standins.microsoft365;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AuthnStatement;

/** V-22 to V-25: when and how well the user signed in. */
final class StatementRules {
  private StatementRules() {}

  /** V-22. */
  static void statement(Evidence evidence) throws BrokenRule {
    Assertion assertion = evidence.assertion().orElseThrow();
    BrokenRule.unless(
        assertion.getAuthnStatements().size() == 1, "There must be one authentication statement.");
    AuthnStatement statement = assertion.getAuthnStatements().get(0);
    Instant latest = evidence.now().plus(evidence.settings().clockSkew());
    BrokenRule.unless(
        statement.getAuthnInstant() != null && !statement.getAuthnInstant().isAfter(latest),
        "The authentication must have a time that is not in the future.");
    BrokenRule.unless(
        statement.getSessionIndex() != null && !statement.getSessionIndex().isEmpty(),
        "The authentication statement must have a session index.");
  }

  /** V-23. An attribute that claims a second factor is not an error; it just has no effect. */
  static void mfaClaims(Evidence evidence) {
    boolean claimedByAttribute =
        SamlText.attributes(evidence.assertion().orElseThrow()).stream()
            .map(attribute -> String.valueOf(attribute.getName()).toLowerCase(Locale.ROOT))
            .anyMatch(
                name -> name.contains("authnmethodsreferences") || name.contains("multifactor"));
    if (claimedByAttribute && !evidence.mfa()) {
      evidence.warn("V-23: an attribute that claims a second factor has no effect.");
    }
  }

  /** V-24. */
  static void mfaBehavior(Evidence evidence) throws BrokenRule {
    MfaBehavior behavior = evidence.domain().orElseThrow().mfaBehavior();
    if (behavior == MfaBehavior.REJECT || (behavior == MfaBehavior.ACCEPT && !evidence.mfa())) {
      evidence.needsOwnMfa();
      return;
    }
    if (!evidence.mfa()) {
      SignInAttempt attempt =
          evidence
              .attempt()
              .filter(asked -> !asked.mfaAsked())
              .orElseThrow(() -> new BrokenRule("The identity provider proved no second factor."));
      evidence.askAgain(attempt.againForMfa());
    }
  }

  /** V-25. */
  static void frequency(Evidence evidence) throws BrokenRule {
    Instant signedIn = evidence.statement().orElseThrow().getAuthnInstant();
    if (signedIn == null) {
      return;
    }
    requireRealTime(evidence, signedIn);
    Optional<Duration> oldest = evidence.settings().signInFrequency();
    Optional<Instant> tooOld = evidence.attempt().flatMap(SignInAttempt::notFresherThan);
    if (tooOld.isPresent()) {
      BrokenRule.unless(
          signedIn.isAfter(tooOld.get()), "The user was to sign in again but did not.");
    } else if (oldest.isPresent() && signedIn.isBefore(evidence.now().minus(oldest.get()))) {
      SignInAttempt attempt =
          evidence.attempt().orElseThrow(() -> new BrokenRule("The sign-in is too long ago."));
      evidence.askAgain(evidence.nextAttempt().orElse(attempt).againFresh(signedIn));
    }
  }

  /**
   * An identity provider that says "now" each time would make the limit on the age of sign-ins
   * void.
   */
  private static void requireRealTime(Evidence evidence, Instant signedIn) throws BrokenRule {
    Optional<Instant> real =
        IdentityRules.emailOf(evidence)
            .map(email -> email.toLowerCase(Locale.ROOT))
            .flatMap(evidence.party().realSignIns()::get);
    BrokenRule.unless(
        real.isEmpty() || !signedIn.isAfter(real.get()),
        "The time of authentication is later than the last real sign-in.");
  }
}
