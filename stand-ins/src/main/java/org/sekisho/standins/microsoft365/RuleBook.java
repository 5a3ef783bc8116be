package org.sekisho.standins.microsoft365;

import static org.sekisho.standins.microsoft365.Rule.Severity.DOCUMENTED;
import static org.sekisho.standins.microsoft365.Rule.Severity.STRICT;

import java.util.List;
import org.sekisho.standins.microsoft365.Rule.Need;

/** All rules for responses, in the order in which they are asked. */
final class RuleBook {
  /** Whatever the rule set, nothing is read that this rule has not let through. */
  static final String PARSING_RULE = "V-02";

  static final List<Rule> RULES =
      List.of(
          new Rule("V-01", DOCUMENTED, "AADSTS75005", Need.NOTHING, TransportRules::delivery),
          new Rule(PARSING_RULE, STRICT, "AADSTS75005", Need.XML, TransportRules::wellFormed),
          new Rule("V-03", DOCUMENTED, "AADSTS50008", Need.RESPONSE, TransportRules::success),
          new Rule("V-04", DOCUMENTED, "AADSTS50008", Need.RESPONSE, TransportRules::destination),
          new Rule("V-05", STRICT, "AADSTS50008", Need.RESPONSE, TransportRules::uniqueIds),
          new Rule("V-06", DOCUMENTED, "AADSTS50008", Need.RESPONSE, TransportRules::oneAssertion),
          new Rule("V-07", DOCUMENTED, "AADSTS50006", Need.ASSERTION, SignatureRules::coverage),
          new Rule("V-08", DOCUMENTED, "AADSTS50006", Need.ASSERTION, SignatureRules::algorithms),
          new Rule("V-09", DOCUMENTED, "AADSTS50006", Need.SOUND_SHAPE, SignatureRules::trustedKey),
          new Rule("V-10", STRICT, "AADSTS50006", Need.DOMAIN, SignatureRules::outerSignature),
          new Rule("V-11", DOCUMENTED, "AADSTS50107", Need.ASSERTION, IdentityRules::issuer),
          new Rule("V-12", DOCUMENTED, "AADSTS50008", Need.ASSERTION, IdentityRules::nameId),
          new Rule("V-13", DOCUMENTED, "AADSTS51004", Need.ASSERTION, IdentityRules::knownUser),
          new Rule("V-14", DOCUMENTED, "AADSTS5000819", Need.ASSERTION, IdentityRules::email),
          new Rule("V-15", DOCUMENTED, "AADSTS5000819", Need.USER, IdentityRules::emailOfUser),
          new Rule("V-16", DOCUMENTED, "AADSTS5000819", Need.DOMAIN, IdentityRules::emailOfDomain),
          new Rule("V-17", STRICT, "AADSTS50008", Need.ASSERTION, ConfirmationRules::bearer),
          new Rule("V-18", STRICT, "AADSTS50008", Need.ASSERTION, ConfirmationRules::answered),
          new Rule("V-19", STRICT, "AADSTS50013", Need.ASSERTION, ConditionRules::period),
          new Rule("V-20", DOCUMENTED, "AADSTS50008", Need.ASSERTION, ConditionRules::audience),
          new Rule("V-21", STRICT, "AADSTS50008", Need.ASSERTION, ConditionRules::firstUse),
          new Rule("V-22", DOCUMENTED, "AADSTS50008", Need.ASSERTION, StatementRules::statement),
          new Rule("V-23", DOCUMENTED, "none", Need.STATEMENT, StatementRules::mfaClaims),
          new Rule("V-24", DOCUMENTED, "AADSTS50079", Need.STATEMENT, StatementRules::mfaBehavior),
          new Rule("V-25", DOCUMENTED, "AADSTS50078", Need.STATEMENT, StatementRules::frequency),
          new Rule("V-26", DOCUMENTED, "AADSTS50057", Need.USER, IdentityRules::enabled),
          new Rule("V-27", STRICT, "none", Need.RESPONSE, ConfirmationRules::relayState),
          new Rule("V-28", STRICT, "none", Need.ASSERTION, IdentityRules::noOtherAttributes),
          new Rule("V-29", STRICT, "AADSTS50008", Need.ASSERTION, ConfirmationRules::solicited));

  private RuleBook() {}
}
