package org.sekisho.standins.microsoft365;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks all rules about a submission, in their order, and goes on after a failure as far as that
 * makes sense.
 */
final class Judge {
  private final RelyingParty party;

  Judge(RelyingParty party) {
    this.party = party;
  }

  Verdict judge(Submission submission, Settings settings) {
    Evidence evidence = new Evidence(submission, settings, party);
    List<Verdict.Failure> failures = new ArrayList<>();
    for (Rule rule : RuleBook.RULES) {
      if (isAsked(rule, settings) && rule.need().isKnown(evidence)) {
        ask(rule, evidence, failures);
      }
    }
    return new Verdict(evidence, List.copyOf(failures));
  }

  private static boolean isAsked(Rule rule, Settings settings) {
    return settings.strict()
        || rule.severity() == Rule.Severity.DOCUMENTED
        || rule.number().equals(RuleBook.PARSING_RULE);
  }

  private static void ask(Rule rule, Evidence evidence, List<Verdict.Failure> failures) {
    try {
      rule.check().examine(evidence);
    } catch (BrokenRule e) {
      failures.add(new Verdict.Failure(rule, e.getMessage()));
    }
  }
}
