package org.sekisho.federation.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A SAML message, decoded. Pure. */
final class SamlMessage {

  private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final List<String> ATTRIBUTES =
      List.of(
          "ID",
          "InResponseTo",
          "IssueInstant",
          "NotOnOrAfter",
          "Destination",
          "AssertionConsumerServiceURL",
          "ProtocolBinding",
          "ForceAuthn",
          "IsPassive");

  private SamlMessage() {}

  /** The name ID of a person is not told. */
  static Facts facts(Document message, String binding, String signatureAlgorithm) {
    Facts facts = new Facts().with("protocol", "saml").with("binding", binding);
    if (message == null) {
      return facts.with("message", "unreadable");
    }
    Element root = message.getDocumentElement();
    facts.with("message", root.getLocalName()).with("Issuer", text(message, ASSERTION, "Issuer"));
    ATTRIBUTES.forEach(name -> facts.with(name, root.getAttribute(name)));
    Element context = first(message, PROTOCOL, "RequestedAuthnContext");
    facts
        .with("Comparison", context == null ? null : context.getAttribute("Comparison"))
        .with("AuthnContextClassRef", texts(message, "AuthnContextClassRef"))
        .with("NameIDPolicy", attribute(message, PROTOCOL, "NameIDPolicy", "Format"));
    String within = attribute(message, DSIG, "SignatureMethod", "Algorithm");
    return facts.with("signature", within == null ? signatureAlgorithm : within);
  }

  private static Element first(Document message, String namespace, String name) {
    return (Element) message.getElementsByTagNameNS(namespace, name).item(0);
  }

  private static String attribute(
      Document message, String namespace, String name, String attribute) {
    Element found = first(message, namespace, name);
    return found == null ? null : found.getAttribute(attribute);
  }

  private static String text(Document message, String namespace, String name) {
    Element found = first(message, namespace, name);
    return found == null ? null : found.getTextContent().trim();
  }

  private static String texts(Document message, String name) {
    NodeList found = message.getElementsByTagNameNS(ASSERTION, name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(found.getLength(), 5); i++) {
      texts.add(found.item(i).getTextContent().trim());
    }
    return String.join(" ", texts);
  }
}
