package org.sekisho.standins.microsoft365;

import java.nio.charset.StandardCharsets;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.keyinfo.impl.BasicKeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;

/** Signs the stand-in's own messages with RSA and SHA-256. */
final class RequestSigner {
  private final SigningKey key = SigningKey.make("MicrosoftOnline stand-in");

  SigningKey key() {
    return key;
  }

  String sign(String xml) {
    try {
      SignableSAMLObject message =
          (SignableSAMLObject) Saml.parse(xml.getBytes(StandardCharsets.UTF_8));
      SignatureSupport.signObject(message, parameters());
      return SerializeSupport.nodeToString(XMLObjectSupport.marshall(message));
    } catch (BrokenRule | SecurityException | MarshallingException | SignatureException e) {
      throw new IllegalStateException("the stand-in cannot sign its own message", e);
    }
  }

  private SignatureSigningParameters parameters() {
    BasicX509Credential credential = new BasicX509Credential(key.certificate(), key.privateKey());
    credential.getKeyNames().add("MicrosoftOnline");
    var keyInfo = new BasicKeyInfoGeneratorFactory();
    keyInfo.setEmitKeyNames(true);
    SignatureSigningParameters parameters = new SignatureSigningParameters();
    parameters.setSigningCredential(credential);
    parameters.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
    parameters.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
    parameters.setSignatureCanonicalizationAlgorithm(
        SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    parameters.setKeyInfoGenerator(keyInfo.newInstance());
    return parameters;
  }
}
