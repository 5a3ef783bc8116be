package org.sekisho.it;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsoup.nodes.Element;
import org.w3c.dom.Document;

/** A SAML message in the form that a page would send on by itself. */
record SamlAnswer(String action, String relayState, String xml, Document document) {

  private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

  /** What the browser holds; fails where it holds none. */
  static SamlAnswer in(HttpBrowser browser) {
    Element form =
        browser
            .page()
            .select("form:has(input[name=SAMLResponse]),form:has(input[name=SAMLRequest])")
            .first();
    if (form == null) {
      throw new AssertionError("no SAML message at " + browser.location() + ":\n" + browser.page());
    }
    String encoded = form.select("input[name=SAMLResponse],input[name=SAMLRequest]").first().val();
    String xml = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    return new SamlAnswer(
        form.attr("action"),
        form.select("input[name=RelayState]").val(),
        xml,
        SamlMessages.parse(xml));
  }

  String text(String element) {
    return document.getElementsByTagNameNS(ASSERTION, element).item(0).getTextContent();
  }

  String attribute(String element, String name) {
    return ((org.w3c.dom.Element) document.getElementsByTagNameNS(ASSERTION, element).item(0))
        .getAttribute(name);
  }

  String id() {
    return document.getDocumentElement().getAttribute("ID");
  }

  boolean isSuccess() {
    return xml.contains("urn:oasis:names:tc:SAML:2.0:status:Success");
  }
}
