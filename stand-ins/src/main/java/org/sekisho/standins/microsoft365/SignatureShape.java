package org.sekisho.standins.microsoft365;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What an XML signature claims about itself, read straight from the document, so that no library's
 * leniency decides. The sets below are all that is allowed; every identifier begins with http, as
 * the standards wrote it.
 */
record SignatureShape(
    List<String> canonicalizations,
    List<String> signatureMethods,
    List<String> references,
    List<String> transforms,
    List<String> digestMethods) {
  private static final String XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  private static final String ENVELOPED = XML_SIGNATURE + "enveloped-signature";
  private static final Set<String> SIGNATURE_METHODS =
      Set.of(
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512");
  private static final Set<String> DIGEST_METHODS =
      Set.of(
          "http://www.w3.org/2001/04/xmlenc#sha256",
          "http://www.w3.org/2001/04/xmldsig-more#sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  /** The signature elements that are children of this element, not of anything deeper. */
  static List<Element> directSignatures(Element parent) {
    NodeList all = parent.getElementsByTagNameNS(XML_SIGNATURE, "Signature");
    return elements(all).stream().filter(found -> found.getParentNode().equals(parent)).toList();
  }

  static SignatureShape of(Element signature) {
    return new SignatureShape(
        attributes(signature, "CanonicalizationMethod", "Algorithm"),
        attributes(signature, "SignatureMethod", "Algorithm"),
        attributes(signature, "Reference", "URI"),
        attributes(signature, "Transform", "Algorithm"),
        attributes(signature, "DigestMethod", "Algorithm"));
  }

  private static List<String> attributes(Element signature, String name, String attribute) {
    return elements(signature.getElementsByTagNameNS(XML_SIGNATURE, name)).stream()
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  void requireCoverageOf(String id) throws BrokenRule {
    BrokenRule.unless(
        references.equals(List.of("#" + id)),
        "The signature must have one reference, to the ID of the element it is in.");
    BrokenRule.unless(
        transforms.equals(List.of(ENVELOPED, EXCLUSIVE)),
        "The transforms must be enveloped-signature and exclusive canonicalization.");
    BrokenRule.unless(
        canonicalizations.equals(List.of(EXCLUSIVE)),
        "The canonicalization must be the exclusive one.");
  }

  void requireAlgorithms() throws BrokenRule {
    BrokenRule.unless(
        signatureMethods.size() == 1 && SIGNATURE_METHODS.containsAll(signatureMethods),
        "The signature must be RSA with SHA-256, SHA-384 or SHA-512.");
    BrokenRule.unless(
        digestMethods.size() == 1 && DIGEST_METHODS.containsAll(digestMethods),
        "The digest must be SHA-256, SHA-384 or SHA-512.");
  }
}
