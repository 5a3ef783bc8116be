package org.sekisho.federation;

import java.net.URI;
import java.time.Instant;
import javax.xml.datatype.XMLGregorianCalendar;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.StatementAbstractType;
import org.keycloak.saml.processing.core.saml.v2.util.XMLTimeUtil;
import org.sekisho.core.Assurance;
import org.sekisho.core.ProvenFactors;
import org.sekisho.federation.request.RequestedContext;

/**
 * Copies an assertion with a truthful AuthnStatement; Keycloak's model cannot change one in place.
 */
final class AuthnStatements {

  private AuthnStatements() {}

  static AssertionType rewritten(
      AssertionType original, XMLGregorianCalendar authnInstant, ProvenFactors proven) {
    return rewritten(original, authnInstant, classOf(proven));
  }

  static AssertionType rewritten(
      AssertionType original, XMLGregorianCalendar authnInstant, URI classRef) {
    AssertionType copy = new AssertionType(original.getID(), original.getIssueInstant());
    copy.setIssuer(original.getIssuer());
    copy.setSubject(original.getSubject());
    copy.setConditions(original.getConditions());
    copy.setAdvice(original.getAdvice());
    for (StatementAbstractType statement : original.getStatements()) {
      copy.addStatement(
          statement instanceof AuthnStatementType authn
              ? rewritten(authn, authnInstant, classRef)
              : statement);
    }
    return copy;
  }

  private static AuthnStatementType rewritten(
      AuthnStatementType original, XMLGregorianCalendar authnInstant, URI classRef) {
    AuthnStatementType copy = new AuthnStatementType(authnInstant);
    copy.setSessionIndex(original.getSessionIndex());
    copy.setSessionNotOnOrAfter(original.getSessionNotOnOrAfter());
    copy.setSubjectLocality(original.getSubjectLocality());
    copy.setAuthnContext(context(classRef));
    return copy;
  }

  /** The class that is true of what was proven, whatever was asked for. */
  static URI classOf(ProvenFactors proven) {
    return URI.create(RequestedContext.strongest(Assurance.of(proven)));
  }

  /** The time of the weakest part of a sign-in. */
  static XMLGregorianCalendar instantOf(ProvenFactors proven) {
    try {
      return XMLTimeUtil.parse(
          Instant.ofEpochSecond(proven.provenSince().orElseThrow()).toString());
    } catch (RuntimeException unparsable) {
      throw new IllegalStateException(unparsable);
    }
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
