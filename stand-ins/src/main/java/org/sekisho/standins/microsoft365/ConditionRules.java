package org.sekisho.standins.microsoft365;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.Conditions;

/** V-19 to V-21: when, for whom and how often the assertion may be used. */
final class ConditionRules {
  private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

  private ConditionRules() {}

  /** V-19. */
  static void period(Evidence evidence) throws BrokenRule {
    Conditions conditions = evidence.assertion().orElseThrow().getConditions();
    BrokenRule.unless(
        conditions != null
            && conditions.getNotBefore() != null
            && conditions.getNotOnOrAfter() != null,
        "The conditions must have NotBefore and NotOnOrAfter.");
    Duration skew = evidence.settings().clockSkew();
    BrokenRule.unless(
        !conditions.getNotBefore().isAfter(evidence.now().plus(skew)),
        "The assertion is not valid yet.");
    BrokenRule.unless(
        conditions.getNotOnOrAfter().isAfter(evidence.now().minus(skew)),
        "The assertion is not valid any more.");
    Duration lifetime = Duration.between(conditions.getNotBefore(), conditions.getNotOnOrAfter());
    if (lifetime.compareTo(USUAL_LIFETIME) > 0) {
      evidence.warn("V-19: the assertion is valid for longer than an hour.");
    }
  }

  /** V-20. */
  static void audience(Evidence evidence) throws BrokenRule {
    Conditions conditions = evidence.assertion().orElseThrow().getConditions();
    List<AudienceRestriction> restrictions =
        conditions == null ? List.of() : conditions.getAudienceRestrictions();
    boolean exact =
        restrictions.size() == 1
            && restrictions.get(0).getAudiences().size() == 1
            && Microsoft.ENTITY_ID.equals(restrictions.get(0).getAudiences().get(0).getURI());
    BrokenRule.unless(exact, "The audience must be exactly " + Microsoft.ENTITY_ID + ".");
  }

  /** V-21. Only an assertion whose signature is proven is remembered. */
  static void firstUse(Evidence evidence) throws BrokenRule {
    Assertion assertion = evidence.assertion().orElseThrow();
    boolean seen = evidence.party().seenAssertions().get(assertion.getID()).isPresent();
    BrokenRule.unless(!seen, "An assertion with this ID has been used before.");
    if (evidence.signatureIsProven()) {
      Instant end =
          assertion.getConditions() == null ? null : assertion.getConditions().getNotOnOrAfter();
      boolean isNew =
          evidence
              .party()
              .seenAssertions()
              .putIfAbsent(assertion.getID(), end == null ? evidence.now() : end);
      BrokenRule.unless(isNew, "An assertion with this ID has been used before.");
    }
  }
}
