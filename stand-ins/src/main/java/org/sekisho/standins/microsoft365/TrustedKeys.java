package org.sekisho.standins.microsoft365;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;

/**
 * Verifies signatures with the keys configured for one domain. What a message says about keys is
 * ignored.
 */
record TrustedKeys(List<X509Certificate> certificates) {
  private static final int SMALLEST_RSA_BITS = 2048;

  /** All of it in one step, for messages that have no rule numbers of their own. */
  void requireSound(SignableSAMLObject signed, String id) throws BrokenRule {
    List<Element> signatures = SignatureShape.directSignatures(signed.getDOM());
    BrokenRule.unless(signatures.size() == 1, "There must be one signature.");
    SignatureShape shape = SignatureShape.of(signatures.get(0));
    shape.requireCoverageOf(id);
    shape.requireAlgorithms();
    requireSignature(signed.getSignature());
  }

  void requireSignature(Signature signature) throws BrokenRule {
    try {
      new SAMLSignatureProfileValidator().validate(signature);
    } catch (SignatureException e) {
      throw new BrokenRule("The signature does not follow the SAML signature profile.");
    }
    for (X509Certificate certificate : certificates) {
      if (isStrong(certificate) && verifies(signature, certificate)) {
        return;
      }
    }
    throw new BrokenRule(
        "No certificate that is configured for the domain verifies the signature.");
  }

  private static boolean isStrong(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey key
        && key.getModulus().bitLength() >= SMALLEST_RSA_BITS;
  }

  private static boolean verifies(Signature signature, X509Certificate certificate) {
    try {
      SignatureValidator.validate(signature, new BasicX509Credential(certificate));
      return true;
    } catch (SignatureException e) {
      return false;
    }
  }
}
