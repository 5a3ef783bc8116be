package org.sekisho.federation.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A service provider of a test's own: a key, and metadata that it signs. */
record Sp(PrivateKey key, X509Certificate certificate) {

  static Sp valid(String name, String... more) {
    try {
      Path store = Files.createTempDirectory("sp").resolve("keys.p12");
      List<String> command =
          new java.util.ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "RSA",
                  "-alias",
                  "sp",
                  "-dname",
                  "CN=" + name,
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  "changeit",
                  "-keystore",
                  store.toString()));
      command.addAll(List.of(more));
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream file = Files.newInputStream(store)) {
        keys.load(file, "changeit".toCharArray());
      }
      return new Sp(
          (PrivateKey) keys.getKey("sp", "changeit".toCharArray()),
          (X509Certificate) keys.getCertificate("sp"));
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  String base64() {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** With a key for everything. */
  String metadata(String attributes, String roleAttributes, String more) {
    return """
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"
            ID="_m" entityID="https://sp.example/metadata" %s>
          <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" %s>
            %s
            <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
                Location="https://sp.example/slo"/>
            <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
            <md:AssertionConsumerService index="1"
                Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                Location="https://sp.example/acs/one"/>
            <md:AssertionConsumerService index="2" isDefault="true"
                Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
                Location="https://sp.example/acs/two"/>
          </md:SPSSODescriptor>
        </md:EntityDescriptor>
        """
        .formatted(attributes, roleAttributes, more);
  }

  String keyDescriptor(String use) {
    return """
        <md:KeyDescriptor %s><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data>
        </ds:KeyInfo></md:KeyDescriptor>"""
        .formatted(use.isEmpty() ? "" : "use=\"" + use + "\"", base64());
  }

  /** Signs the element with this ID, as its first child. */
  String signed(String xml, String id) {
    try {
      DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
      builders.setNamespaceAware(true);
      Document document =
          builders.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
      Reference reference =
          signatures.newReference(
              "#" + id,
              signatures.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  signatures.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                  signatures.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null);
      KeyInfoFactory keyInfos = signatures.getKeyInfoFactory();
      Element root = document.getDocumentElement();
      DOMSignContext context = new DOMSignContext(key, root, root.getFirstChild());
      context.setIdAttributeNS(root, null, "ID");
      signatures
          .newXMLSignature(
              signatures.newSignedInfo(
                  signatures.newCanonicalizationMethod(
                      CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                  signatures.newSignatureMethod(
                      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                  List.of(reference)),
              keyInfos.newKeyInfo(List.of(keyInfos.newX509Data(List.of(certificate)))))
          .sign(context);
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
