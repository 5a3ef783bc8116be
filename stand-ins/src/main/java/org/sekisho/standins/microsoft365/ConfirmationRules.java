package org.sekisho.standins.microsoft365;

import java.util.List;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;

/**
 * V-17, V-18, V-27 and V-29: that the response is for this service and answers this browser's
 * request.
 */
final class ConfirmationRules {
  private ConfirmationRules() {}

  /** V-17. */
  static void bearer(Evidence evidence) throws BrokenRule {
    Assertion assertion = evidence.assertion().orElseThrow();
    List<SubjectConfirmation> all =
        assertion.getSubject() == null
            ? List.of()
            : assertion.getSubject().getSubjectConfirmations();
    BrokenRule.unless(
        all.size() == 1 && SubjectConfirmation.METHOD_BEARER.equals(all.get(0).getMethod()),
        "There must be one subject confirmation, and it must be bearer.");
    SubjectConfirmationData data = all.get(0).getSubjectConfirmationData();
    BrokenRule.unless(
        data != null && evidence.party().assertionConsumer().equals(data.getRecipient()),
        "The recipient must be exactly the assertion consumer service.");
    BrokenRule.unless(
        data.getNotOnOrAfter() != null
            && data.getNotOnOrAfter()
                .isAfter(evidence.now().minus(evidence.settings().clockSkew())),
        "The subject confirmation must not have ended.");
    BrokenRule.unless(
        data.getNotBefore() == null, "The subject confirmation must not have a NotBefore.");
  }

  /** V-18. Only a response whose signature is proven uses up the request. */
  static void answered(Evidence evidence) throws BrokenRule {
    Optional<String> outer = inResponseTo(evidence);
    Optional<String> inner =
        confirmationData(evidence).map(SubjectConfirmationData::getInResponseTo);
    if (outer.isEmpty() && inner.isEmpty()) {
      // V-29 decides about responses to no request.
      return;
    }
    BrokenRule.unless(outer.equals(inner), "Both InResponseTo must be there and be the same.");
    SignInAttempt attempt =
        evidence
            .attempt()
            .orElseThrow(() -> new BrokenRule("No request with this ID waits for a response."));
    BrokenRule.unless(
        attempt.browser().equals(evidence.submission().browser()),
        "The request was sent through another browser.");
    if (evidence.signatureIsProven()) {
      BrokenRule.unless(
          evidence.party().waiting().remove(attempt.id()).isPresent(),
          "The request has been answered before.");
    }
  }

  /** V-27. */
  static void relayState(Evidence evidence) throws BrokenRule {
    Optional<SignInAttempt> attempt = evidence.attempt();
    BrokenRule.unless(
        attempt.isEmpty() || relayStateIsEqual(evidence), "RelayState must come back unchanged.");
  }

  static boolean relayStateIsEqual(Evidence evidence) {
    return evidence
        .attempt()
        .map(SignInAttempt::relayState)
        .equals(evidence.submission().relayState());
  }

  /** V-29. */
  static void solicited(Evidence evidence) throws BrokenRule {
    boolean unsolicited =
        inResponseTo(evidence).isEmpty()
            && confirmationData(evidence).map(SubjectConfirmationData::getInResponseTo).isEmpty();
    BrokenRule.unless(
        !unsolicited || evidence.settings().allowUnsolicited(),
        "A response to no request is not taken.");
  }

  private static Optional<String> inResponseTo(Evidence evidence) {
    return evidence.response().map(response -> response.getInResponseTo());
  }

  private static Optional<SubjectConfirmationData> confirmationData(Evidence evidence) {
    return evidence
        .assertion()
        .map(Assertion::getSubject)
        .map(subject -> subject.getSubjectConfirmations())
        .filter(all -> !all.isEmpty())
        .map(all -> all.get(0).getSubjectConfirmationData());
  }
}
