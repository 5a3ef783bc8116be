package org.sekisho.it;

import java.util.function.UnaryOperator;

/**
 * A signature that is valid and covers something else than what is read (McIntosh and Austel, 2005:
 * XML signature element wrapping).
 *
 * @param signed a message with its signature after the issuer
 * @param evil makes of the same message, without its signature, what shall be read
 */
record SignatureWrapping(String signed, UnaryOperator<String> evil) {

  static SignatureWrapping of(SamlApplication.AuthnRequest request) {
    return new SignatureWrapping(
        request.signed(),
        xml -> xml.replaceFirst("Version=\"2.0\"", "Version=\"2.0\" ForceAuthn=\"true\""));
  }

  /** A sign-out of somebody else. */
  static SignatureWrapping ofLogout(SamlApplication application) {
    return new SignatureWrapping(
        SamlMessages.signed(application.logoutRequest("_good", "good", "a::b"), application.key()),
        xml -> xml.replace(">good<", ">victim<").replace(">a::b<", ">c::d<"));
  }

  /** The signed message lies in the extensions of an evil one. */
  String inside() {
    return evil("_evil", extensions(signed));
  }

  /** The evil message has the signature, which refers to the message in its extensions. */
  String moved() {
    return evil("_evil", signature() + extensions(plain()));
  }

  /** The evil message has the identifier of the signed one. */
  String twin() {
    String id = signed.replaceFirst("(?s).*? ID=\"([^\"]+)\".*", "$1");
    return evil(id, signature() + extensions(plain()));
  }

  private String signature() {
    return signed.substring(
        signed.indexOf("<ds:Signature"), signed.indexOf("</ds:Signature>") + 15);
  }

  private String plain() {
    return signed.replace(signature(), "");
  }

  private String evil(String id, String content) {
    return evil.apply(plain())
        .replaceFirst(" ID=\"[^\"]+\"", " ID=\"" + id + "\"")
        .replace("</saml:Issuer>", "</saml:Issuer>" + content);
  }

  private static String extensions(String content) {
    return "<samlp:Extensions>" + content + "</samlp:Extensions>";
  }
}
