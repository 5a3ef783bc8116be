package org.sekisho.standins.microsoft365;

import java.util.List;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.w3c.dom.Element;

/** V-07 to V-10: that the assertion which is used is the one that the domain's key signed. */
final class SignatureRules {
  private SignatureRules() {}

  /** V-07. A signature of the response alone is not enough. */
  static void coverage(Evidence evidence) throws BrokenRule {
    Assertion assertion = evidence.assertion().orElseThrow();
    List<Element> signatures = SignatureShape.directSignatures(assertion.getDOM());
    BrokenRule.unless(signatures.size() == 1, "The assertion itself must have one signature.");
    String id = assertion.getID() == null ? "" : assertion.getID();
    BrokenRule.unless(!id.isEmpty(), "The assertion must have an ID.");
    SignatureShape.of(signatures.get(0)).requireCoverageOf(id);
  }

  /** V-08. */
  static void algorithms(Evidence evidence) throws BrokenRule {
    Assertion assertion = evidence.assertion().orElseThrow();
    List<Element> signatures = SignatureShape.directSignatures(assertion.getDOM());
    if (signatures.size() != 1) {
      // V-07 has said so already.
      return;
    }
    SignatureShape shape = SignatureShape.of(signatures.get(0));
    shape.requireAlgorithms();
    shape.requireCoverageOf(assertion.getID());
    evidence.foundSoundShape();
  }

  /** V-09. */
  static void trustedKey(Evidence evidence) throws BrokenRule {
    FederatedDomain domain = evidence.domain().orElseThrow();
    new TrustedKeys(domain.trustedCertificates())
        .requireSignature(evidence.assertion().orElseThrow().getSignature());
    evidence.foundSoundKey();
  }

  /** V-10. */
  static void outerSignature(Evidence evidence) throws BrokenRule {
    Response response = evidence.response().orElseThrow();
    if (!SignatureShape.directSignatures(response.getDOM()).isEmpty()) {
      new TrustedKeys(evidence.domain().orElseThrow().trustedCertificates())
          .requireSound(response, response.getID());
    }
  }
}
