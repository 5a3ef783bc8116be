package org.sekisho.standins.microsoft365;

import java.util.List;
import java.util.Optional;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Subject;

/** The texts in an assertion. */
final class SamlText {
  private SamlText() {}

  static String issuer(Assertion assertion) {
    return assertion.getIssuer() == null || assertion.getIssuer().getValue() == null
        ? ""
        : assertion.getIssuer().getValue();
  }

  static Optional<String> nameId(Assertion assertion) {
    return Optional.ofNullable(assertion.getSubject())
        .map(Subject::getNameID)
        .map(NameID::getValue);
  }

  static List<Attribute> attributes(Assertion assertion) {
    return assertion.getAttributeStatements().stream()
        .flatMap(statement -> statement.getAttributes().stream())
        .toList();
  }

  /** All values of all attributes of this exact name. */
  static List<String> values(Assertion assertion, String name) {
    return attributes(assertion).stream()
        .filter(attribute -> name.equals(attribute.getName()))
        .flatMap(attribute -> attribute.getAttributeValues().stream())
        .map(SamlText::text)
        .toList();
  }

  static Optional<String> classRef(AuthnStatement statement) {
    return Optional.ofNullable(statement.getAuthnContext())
        .map(context -> context.getAuthnContextClassRef())
        .map(reference -> reference.getURI());
  }

  private static String text(XMLObject value) {
    return value.getDOM() == null ? "" : value.getDOM().getTextContent();
  }
}
