package org.sekisho.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Signs and encodes SAML messages of an application; right ones and wrong ones. */
final class SamlMessages {

  static final String SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  static final String SHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";
  static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

  private SamlMessages() {}

  /** An enveloped signature of the root, as a child of it. */
  static String signed(String xml, PrivateKey key) {
    try {
      Document document = parse(xml);
      Element root = document.getDocumentElement();
      root.setIdAttribute("ID", true);
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      var reference =
          factory.newReference(
              "#" + root.getAttribute("ID"),
              factory.newDigestMethod("http://www.w3.org/2001/04/xmlenc#sha256", null),
              List.of(
                  factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  factory.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null);
      var info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(SHA256, null),
              List.of(reference));
      // After the issuer, where the schema has it.
      Node next = root.getFirstChild().getNextSibling();
      DOMSignContext context =
          next == null ? new DOMSignContext(key, root) : new DOMSignContext(key, root, next);
      context.setDefaultNamespacePrefix("ds");
      factory.newXMLSignature(info, null).sign(context);
      return text(document);
    } catch (GeneralSecurityException
        | javax.xml.crypto.MarshalException
        | javax.xml.crypto.dsig.XMLSignatureException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static Document parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | IOException wrong) {
      throw new AssertionError(wrong);
    }
  }

  static String text(Document document) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String base64(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** The parameter of the redirect binding, encoded for an address. */
  static String deflated(String xml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      deflated.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return encode(Base64.getEncoder().encodeToString(out.toByteArray()));
  }

  /** The query of the redirect binding with its signature (SAML bindings 3.4.4.1). */
  static String signedQuery(String unsigned, String algorithm, PrivateKey key) {
    String query = unsigned + "&SigAlg=" + encode(algorithm);
    return query + "&Signature=" + signature(query, algorithm, key);
  }

  static String signature(String text, String algorithm, PrivateKey key) {
    try {
      String hash = algorithm.replaceFirst(".*#rsa-sha", "SHA");
      Signature signer = Signature.getInstance(hash + "withRSA");
      signer.initSign(key);
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return encode(Base64.getEncoder().encodeToString(signer.sign()));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
