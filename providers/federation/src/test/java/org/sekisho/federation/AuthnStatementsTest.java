package org.sekisho.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.dom.saml.v2.assertion.AdviceType;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.ConditionsType;
import org.keycloak.dom.saml.v2.assertion.SubjectLocalityType;
import org.keycloak.dom.saml.v2.assertion.SubjectType;
import org.sekisho.core.Factor;
import org.sekisho.core.ProvenFactors;

class AuthnStatementsTest {

  private static final String MULTIPLE = "http://schemas.microsoft.com/claims/multipleauthn";
  private static final String PASSWORD =
      "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
  private static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";

  private static final XMLGregorianCalendar ISSUED = time("2026-11-24T09:00:00Z");
  private static final XMLGregorianCalendar SIGNED_IN = time("2026-11-24T07:30:00Z");
  private static final XMLGregorianCalendar SESSION_END = time("2026-11-24T19:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "'', " + UNSPECIFIED,
    "PASSWORD=1, " + PASSWORD,
    "SMS=1, " + UNSPECIFIED,
    "'SMS=1,TOTP=2', " + UNSPECIFIED,
    "'PASSWORD=1,SMS=2', " + MULTIPLE,
    "'PASSWORD=1,TOTP=2', " + MULTIPLE,
    "'PASSWORD=1,RECOVERY_CODE=2', " + MULTIPLE,
    "'PASSWORD=1,damaged', " + UNSPECIFIED
  })
  void theClassIsTrueOfWhatWasProven(String note, String classRef) {
    assertThat(AuthnStatements.classOf(ProvenFactors.fromNote(note)))
        .isEqualTo(URI.create(classRef));
  }

  @Test
  void theStatementTellsTheTrueTimeAndClassWhateverKeycloakSaid() {
    AuthnStatementType statement =
        statementOf(AuthnStatements.rewritten(original(MULTIPLE), SIGNED_IN, password()));
    assertThat(statement.getAuthnInstant()).isEqualTo(SIGNED_IN);
    assertThat(classOf(statement)).isEqualTo(URI.create(PASSWORD));

    AuthnStatementType stronger =
        statementOf(
            AuthnStatements.rewritten(
                original(PASSWORD), SIGNED_IN, password().with(Factor.SMS, 2)));
    assertThat(classOf(stronger)).isEqualTo(URI.create(MULTIPLE));
  }

  @Test
  void theStatementKeepsItsSession() {
    AssertionType original = original(PASSWORD);
    AuthnStatementType statement =
        statementOf(AuthnStatements.rewritten(original, SIGNED_IN, password()));
    assertThat(statement.getSessionIndex()).isEqualTo("session::client");
    assertThat(statement.getSessionNotOnOrAfter()).isEqualTo(SESSION_END);
    assertThat(statement.getSubjectLocality())
        .isSameAs(statementOf(original).getSubjectLocality())
        .isNotNull();
  }

  @Test
  void theAssertionKeepsEverythingElse() {
    AssertionType original = original(PASSWORD);
    AssertionType copy = AuthnStatements.rewritten(original, SIGNED_IN, password());
    assertThat(copy.getID()).isEqualTo("ID_1");
    assertThat(copy.getIssueInstant()).isEqualTo(ISSUED);
    assertThat(copy.getSubject()).isSameAs(original.getSubject()).isNotNull();
    assertThat(copy.getConditions()).isSameAs(original.getConditions()).isNotNull();
    assertThat(copy.getAdvice()).isSameAs(original.getAdvice()).isNotNull();
    assertThat(copy.getStatements()).hasSize(2);
    assertThat(copy.getAttributeStatements())
        .containsExactlyElementsOf(original.getAttributeStatements())
        .hasSize(1);
  }

  @Test
  void theOriginalStaysAsItWas() {
    AssertionType original = original(PASSWORD);
    AuthnStatements.rewritten(original, SIGNED_IN, password().with(Factor.SMS, 2));
    assertThat(statementOf(original).getAuthnInstant()).isEqualTo(ISSUED);
    assertThat(classOf(statementOf(original))).isEqualTo(URI.create(PASSWORD));
  }

  private static ProvenFactors password() {
    return ProvenFactors.NONE.with(Factor.PASSWORD, 1);
  }

  private static AssertionType original(String classRef) {
    AuthnContextType.AuthnContextTypeSequence sequence =
        new AuthnContextType.AuthnContextTypeSequence();
    sequence.setClassRef(new AuthnContextClassRefType(URI.create(classRef)));
    AuthnContextType context = new AuthnContextType();
    context.setSequence(sequence);
    AuthnStatementType statement = new AuthnStatementType(ISSUED);
    statement.setSessionIndex("session::client");
    statement.setSessionNotOnOrAfter(SESSION_END);
    statement.setSubjectLocality(new SubjectLocalityType());
    statement.setAuthnContext(context);

    AssertionType assertion = new AssertionType("ID_1", ISSUED);
    assertion.setSubject(new SubjectType());
    assertion.setConditions(new ConditionsType());
    assertion.setAdvice(new AdviceType());
    assertion.addStatement(statement);
    assertion.addStatement(new AttributeStatementType());
    return assertion;
  }

  private static AuthnStatementType statementOf(AssertionType assertion) {
    return assertion.getStatements().stream()
        .filter(AuthnStatementType.class::isInstance)
        .map(AuthnStatementType.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static URI classOf(AuthnStatementType statement) {
    return statement.getAuthnContext().getSequence().getClassRef().getValue();
  }

  private static XMLGregorianCalendar time(String text) {
    try {
      return DatatypeFactory.newInstance().newXMLGregorianCalendar(text);
    } catch (DatatypeConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
