package org.sekisho.standins.microsoft365;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** V-01 to V-06: how the response came, and that there is exactly one assertion in it. */
final class TransportRules {
  private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

  private TransportRules() {}

  /** V-01. HTTPS is not asked for: the stand-in listens on the loopback address only. */
  static void delivery(Evidence evidence) throws BrokenRule {
    BrokenRule.unless(evidence.submission().byPost(), "The response must come by HTTP POST.");
    String field = evidence.submission().samlResponse().orElse("");
    BrokenRule.unless(!field.isEmpty(), "There must be a form field SAMLResponse.");
    byte[] xml = decode(field);
    BrokenRule.unless(
        xml.length > 0 && (xml[0] == '<' || xml[0] == (byte) 0xEF),
        "The response must be plain XML in base64, not deflated.");
    evidence.foundXml(xml);
  }

  /** Line ends are usual in this field; anything else outside the alphabet is not. */
  private static byte[] decode(String field) throws BrokenRule {
    try {
      return Base64.getDecoder().decode(field.replaceAll("[\r\n\t ]", ""));
    } catch (IllegalArgumentException e) {
      throw new BrokenRule("The form field SAMLResponse must be base64.");
    }
  }

  /** V-02. */
  static void wellFormed(Evidence evidence) throws BrokenRule {
    XMLObject message = Saml.parse(evidence.xml());
    if (!(message instanceof Response response)) {
      throw new BrokenRule("The message must be a SAML response.");
    }
    if (evidence.settings().strict()) {
      Saml.requireSchema(response.getDOM().getOwnerDocument());
    }
    evidence.foundResponse(response);
  }

  /** V-03. */
  static void success(Evidence evidence) throws BrokenRule {
    Response response = evidence.response().orElseThrow();
    boolean success =
        response.getStatus() != null
            && response.getStatus().getStatusCode() != null
            && StatusCode.SUCCESS.equals(response.getStatus().getStatusCode().getValue());
    BrokenRule.unless(success, "The identity provider reported a failure: " + reported(response));
  }

  /** The standard codes only; anything else could be text of an attacker. */
  private static String reported(Response response) {
    if (response.getStatus() == null || response.getStatus().getStatusCode() == null) {
      return "no status";
    }
    StatusCode code = response.getStatus().getStatusCode();
    StatusCode inner = code.getStatusCode();
    return shortName(code) + (inner == null ? "" : ", " + shortName(inner));
  }

  private static String shortName(StatusCode code) {
    String value = code.getValue() == null ? "" : code.getValue();
    return value.matches("urn:oasis:names:tc:SAML:2\\.0:status:[A-Za-z]{1,40}")
        ? value.substring(value.lastIndexOf(':') + 1)
        : "unknown status";
  }

  /** V-04. */
  static void destination(Evidence evidence) throws BrokenRule {
    String expected = evidence.party().assertionConsumer();
    BrokenRule.unless(
        expected.equals(evidence.response().orElseThrow().getDestination()),
        "The destination must be exactly the assertion consumer service.");
  }

  /** V-05. */
  static void uniqueIds(Evidence evidence) throws BrokenRule {
    Response response = evidence.response().orElseThrow();
    BrokenRule.unless(
        SAMLVersion.VERSION_20.equals(response.getVersion()), "The version must be 2.0.");
    NodeList all = response.getDOM().getOwnerDocument().getElementsByTagNameNS("*", "*");
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      for (String name : new String[] {"ID", "Id", "id"}) {
        String id = ((Element) all.item(i)).getAttribute(name);
        BrokenRule.unless(id.isEmpty() || ids.add(id), "Every ID must be used only once.");
      }
    }
  }

  /**
   * V-06. Counted in the whole document: an assertion hidden elsewhere is how signatures are
   * wrapped.
   */
  static void oneAssertion(Evidence evidence) throws BrokenRule {
    Response response = evidence.response().orElseThrow();
    BrokenRule.unless(
        count(response, "EncryptedAssertion") == 0,
        "The assertion must not be encrypted; there is no key for that.");
    BrokenRule.unless(
        count(response, "Assertion") == 1 && response.getAssertions().size() == 1,
        "There must be exactly one assertion.");
    evidence.foundAssertion(response.getAssertions().get(0));
  }

  private static int count(Response response, String name) {
    return response.getDOM().getOwnerDocument().getElementsByTagNameNS(ASSERTION, name).getLength();
  }
}
