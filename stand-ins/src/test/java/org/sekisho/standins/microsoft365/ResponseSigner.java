package org.sekisho.standins.microsoft365;

import java.nio.charset.StandardCharsets;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/** A tiny identity provider's signature: on the assertion, on the response, or on both. */
record ResponseSigner(SigningKey key, String algorithm, String digest) {

  static ResponseSigner with(SigningKey key) {
    return new ResponseSigner(
        key,
        SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256,
        SignatureConstants.ALGO_ID_DIGEST_SHA256);
  }

  static ResponseSigner sha1(SigningKey key) {
    return new ResponseSigner(
        key, SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA1, SignatureConstants.ALGO_ID_DIGEST_SHA1);
  }

  String signAssertion(String xml) {
    Response response = parse(xml);
    sign(response.getAssertions().get(0));
    return text(response);
  }

  String signResponse(String xml) {
    Response response = parse(xml);
    sign(response);
    return text(response);
  }

  private void sign(SignableSAMLObject object) {
    try {
      SignatureSupport.signObject(object, parameters());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private SignatureSigningParameters parameters() {
    var keyInfo = new X509KeyInfoGeneratorFactory();
    keyInfo.setEmitEntityCertificate(true);
    SignatureSigningParameters parameters = new SignatureSigningParameters();
    parameters.setSigningCredential(new BasicX509Credential(key.certificate(), key.privateKey()));
    parameters.setSignatureAlgorithm(algorithm);
    parameters.setSignatureReferenceDigestMethod(digest);
    parameters.setSignatureCanonicalizationAlgorithm(
        SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    parameters.setKeyInfoGenerator(keyInfo.newInstance());
    return parameters;
  }

  private static Response parse(String xml) {
    try {
      return (Response) Saml.parse(xml.getBytes(StandardCharsets.UTF_8));
    } catch (BrokenRule e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Response response) {
    try {
      return SerializeSupport.nodeToString(XMLObjectSupport.marshall(response))
          .replaceFirst("^<\\?xml[^>]*\\?>", "");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
