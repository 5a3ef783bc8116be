package org.sekisho.standins.microsoft365;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Subject;

/** V-11 to V-16, V-26 and V-28: who vouches for whom. */
final class IdentityRules {
  private static final int LONGEST_NAME_ID = 64;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern FORBIDDEN = Pattern.compile("[$_\\s]");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]+");
  private static final Set<String> EXPECTED_ATTRIBUTES =
      Set.of(Microsoft.EMAIL_ATTRIBUTE, Microsoft.UPN_ATTRIBUTE);

  private IdentityRules() {}

  /** V-11. */
  static void issuer(Evidence evidence) throws BrokenRule {
    Issuer outer = evidence.response().orElseThrow().getIssuer();
    String inner = SamlText.issuer(evidence.assertion().orElseThrow());
    BrokenRule.unless(
        outer != null && inner.equals(outer.getValue()),
        "Response and assertion must have the same issuer.");
    BrokenRule.unless(
        evidence.domain().isPresent(), "The issuer must be the issuerUri of a configured domain.");
  }

  /** V-12. */
  static void nameId(Evidence evidence) throws BrokenRule {
    Subject subject = evidence.assertion().orElseThrow().getSubject();
    NameID nameId = subject == null ? null : subject.getNameID();
    BrokenRule.unless(nameId != null, "There must be a NameID.");
    BrokenRule.unless(
        Microsoft.PERSISTENT.equals(nameId.getFormat()),
        "The format of the NameID must be persistent.");
    String value = nameId.getValue() == null ? "" : nameId.getValue();
    BrokenRule.unless(
        !value.isEmpty() && value.length() <= LONGEST_NAME_ID,
        "The NameID must have 1 to 64 characters.");
    BrokenRule.unless(
        !FORBIDDEN.matcher(value).find(), "The NameID must not hold a space, $ or _.");
    BrokenRule.unless(
        !value.startsWith("G-"), "The NameID must be the provisioned one, not a generated one.");
    if (!SAFE.matcher(value).matches()) {
      evidence.warn("V-12: the NameID holds other characters than letters and digits.");
    }
  }

  /** V-13. */
  static void knownUser(Evidence evidence) throws BrokenRule {
    BrokenRule.unless(
        evidence.user().isPresent(), "No user of the directory has this NameID as immutable ID.");
  }

  /** V-14. */
  static void email(Evidence evidence) throws BrokenRule {
    Assertion assertion = evidence.assertion().orElseThrow();
    List<String> values = SamlText.values(assertion, Microsoft.EMAIL_ATTRIBUTE);
    BrokenRule.unless(values.size() == 1, "The attribute IDPEmail must be there once.");
    BrokenRule.unless(
        EMAIL.matcher(values.get(0)).matches(),
        "The attribute IDPEmail must be an e-mail address.");
  }

  /** V-15. */
  static void emailOfUser(Evidence evidence) throws BrokenRule {
    String name = evidence.user().orElseThrow().userPrincipalName();
    BrokenRule.unless(
        emailOf(evidence).filter(name::equalsIgnoreCase).isPresent(),
        "IDPEmail must be the principal name of the user with this NameID.");
  }

  /** V-16. */
  static void emailOfDomain(Evidence evidence) throws BrokenRule {
    Optional<FederatedDomain> governing =
        emailOf(evidence).flatMap(evidence.party().domains()::governingUser);
    BrokenRule.unless(
        governing.equals(evidence.domain()), "IDPEmail must belong to the domain of the issuer.");
  }

  /** V-26. */
  static void enabled(Evidence evidence) throws BrokenRule {
    BrokenRule.unless(
        evidence.user().orElseThrow().accountEnabled(), "The user account is disabled.");
  }

  /** V-28. */
  static void noOtherAttributes(Evidence evidence) throws BrokenRule {
    boolean lean =
        SamlText.attributes(evidence.assertion().orElseThrow()).stream()
            .allMatch(attribute -> EXPECTED_ATTRIBUTES.contains(attribute.getName()));
    BrokenRule.unless(lean, "Only the attributes that are needed may be sent.");
  }

  static Optional<String> emailOf(Evidence evidence) {
    return evidence
        .assertion()
        .map(assertion -> SamlText.values(assertion, Microsoft.EMAIL_ATTRIBUTE))
        .filter(values -> values.size() == 1)
        .map(values -> values.get(0));
  }
}
