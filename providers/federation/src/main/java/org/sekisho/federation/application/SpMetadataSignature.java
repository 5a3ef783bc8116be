package org.sekisho.federation.application;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.sekisho.federation.application.SpMetadata.Fault;
import org.sekisho.federation.application.SpMetadata.RefusedException;
import org.sekisho.federation.application.SpMetadata.Signature;
import org.sekisho.federation.certificate.CertificateFacts;
import org.w3c.dom.Element;

/**
 * The signature of metadata (SAML metadata 3). It counts only where it is the root's own, covers
 * the whole root, and was made with the one certificate that the administrator has named: a key
 * that a document brings itself proves nothing.
 */
final class SpMetadataSignature {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{64}");

  private static final Set<String> TRANSFORMS =
      Set.of(
          "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
          "http://www.w3.org/2001/10/xml-exc-c14n#");

  private SpMetadataSignature() {}

  static boolean isFingerprint(String text) {
    return FINGERPRINT.matcher(plain(text)).matches();
  }

  private static String plain(String fingerprint) {
    return fingerprint.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
  }

  static Signature check(Element root, String signer) throws RefusedException {
    List<Element> signatures = Xml.children(root, Xml.SIGNATURE, "Signature").toList();
    if (signer == null) {
      return signatures.isEmpty() ? Signature.MISSING : Signature.NOT_CHECKED;
    }
    if (signatures.size() != 1) {
      throw new RefusedException(Fault.SIGNATURE_MISSING);
    }
    X509Certificate certificate =
        named(signatures.get(0), plain(signer))
            .orElseThrow(() -> new RefusedException(Fault.SIGNER_DIFFERS));
    if (!verifies(root, signatures.get(0), certificate)) {
      throw new RefusedException(Fault.SIGNATURE_INVALID);
    }
    return Signature.VERIFIED;
  }

  private static Optional<X509Certificate> named(Element signature, String fingerprint) {
    return Xml.children(signature, Xml.SIGNATURE, "KeyInfo")
        .flatMap(key -> Xml.children(key, Xml.SIGNATURE, "X509Data"))
        .flatMap(data -> Xml.children(data, Xml.SIGNATURE, "X509Certificate"))
        .flatMap(text -> CertificateFacts.parse(text.getTextContent()).stream())
        .filter(found -> plain(CertificateFacts.of(found).sha256()).equals(fingerprint))
        .findFirst();
  }

  private static boolean verifies(Element root, Element signature, X509Certificate certificate) {
    DOMValidateContext context =
        new DOMValidateContext(
            KeySelector.singletonKeySelector(certificate.getPublicKey()), signature);
    // Refuses SHA-1, external references, XSLT, and more transforms than a signature needs.
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    if (root.hasAttribute("ID")) {
      context.setIdAttributeNS(root, null, "ID");
    }
    try {
      XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      return coversTheRoot(read, root) && read.validate(context);
    } catch (MarshalException | XMLSignatureException | RuntimeException broken) {
      return false;
    }
  }

  private static boolean coversTheRoot(XMLSignature signature, Element root) {
    List<Reference> references = signature.getSignedInfo().getReferences();
    if (references.size() != 1) {
      return false;
    }
    String uri = references.get(0).getURI();
    boolean whole =
        "".equals(uri) || (root.hasAttribute("ID") && ("#" + root.getAttribute("ID")).equals(uri));
    List<Transform> transforms = references.get(0).getTransforms();
    return whole
        && transforms.size() <= 2
        && transforms.stream().allMatch(used -> TRANSFORMS.contains(used.getAlgorithm()));
  }
}
