package org.sekisho.it;

/**
 * A signature that is valid and covers something else than what is read (McIntosh and Austel, 2005:
 * XML signature element wrapping).
 */
final class SignatureWrapping {

  private SignatureWrapping() {}

  /** The signed request lies in the extensions of an evil one. */
  static String inside(SamlApplication.AuthnRequest signed) {
    return evil(signed, "_evil", extensions(signed.signed()));
  }

  /** The evil request has the signature, which refers to the request in its extensions. */
  static String moved(SamlApplication.AuthnRequest signed) {
    String xml = signed.signed();
    String signature =
        xml.substring(xml.indexOf("<ds:Signature"), xml.indexOf("</ds:Signature>") + 15);
    return evil(signed, "_evil", signature + extensions(xml.replace(signature, "")));
  }

  /** The evil request has the identifier of the signed one. */
  static String twin(SamlApplication.AuthnRequest signed) {
    String xml = signed.signed();
    String signature =
        xml.substring(xml.indexOf("<ds:Signature"), xml.indexOf("</ds:Signature>") + 15);
    return evil(signed, signed.id(), signature + extensions(xml.replace(signature, "")));
  }

  private static String evil(SamlApplication.AuthnRequest signed, String id, String content) {
    return signed
        .with("", content)
        .xml()
        .replaceFirst("ID=\"[^\"]+\"", "ID=\"" + id + "\"")
        .replaceFirst("Version=\"2.0\"", "Version=\"2.0\" ForceAuthn=\"true\"");
  }

  private static String extensions(String content) {
    return "<samlp:Extensions>" + content + "</samlp:Extensions>";
  }
}
