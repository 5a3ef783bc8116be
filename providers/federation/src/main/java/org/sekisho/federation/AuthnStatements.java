package org.sekisho.federation;

import java.net.URI;
import javax.xml.datatype.XMLGregorianCalendar;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.StatementAbstractType;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;

/**
 * Copies an assertion with a truthful AuthnStatement; Keycloak's model cannot change one in place.
 */
final class AuthnStatements {

  static final URI MULTIPLE_AUTHN = URI.create("http://schemas.microsoft.com/claims/multipleauthn");
  static final URI PASSWORD_PROTECTED_TRANSPORT =
      URI.create("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
  static final URI UNSPECIFIED = URI.create("urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified");

  private AuthnStatements() {}

  static AssertionType rewritten(
      AssertionType original, XMLGregorianCalendar authnInstant, ProvenFactors proven) {
    AssertionType copy = new AssertionType(original.getID(), original.getIssueInstant());
    copy.setSubject(original.getSubject());
    copy.setConditions(original.getConditions());
    copy.setAdvice(original.getAdvice());
    for (StatementAbstractType statement : original.getStatements()) {
      copy.addStatement(
          statement instanceof AuthnStatementType authn
              ? rewritten(authn, authnInstant, proven)
              : statement);
    }
    return copy;
  }

  private static AuthnStatementType rewritten(
      AuthnStatementType original, XMLGregorianCalendar authnInstant, ProvenFactors proven) {
    AuthnStatementType copy = new AuthnStatementType(authnInstant);
    copy.setSessionIndex(original.getSessionIndex());
    copy.setSessionNotOnOrAfter(original.getSessionNotOnOrAfter());
    copy.setSubjectLocality(original.getSubjectLocality());
    copy.setAuthnContext(context(classOf(proven)));
    return copy;
  }

  /** The class that is true of what was proven, whatever was asked for. */
  static URI classOf(ProvenFactors proven) {
    if (proven.areMultiFactor()) {
      return MULTIPLE_AUTHN;
    }
    return proven.contains(Factor.PASSWORD) ? PASSWORD_PROTECTED_TRANSPORT : UNSPECIFIED;
  }

  private static AuthnContextType context(URI classRef) {
    AuthnContextType.AuthnContextTypeSequence sequence =
        new AuthnContextType.AuthnContextTypeSequence();
    sequence.setClassRef(new AuthnContextClassRefType(classRef));
    AuthnContextType context = new AuthnContextType();
    context.setSequence(sequence);
    return context;
  }
}
