package org.sekisho.federation.request;

import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** With which algorithms an application may sign its messages. Pure. */
public final class SignatureAlgorithms {

  /** Client attribute, {@code true} for an application that signs with nothing but SHA-1. */
  public static final String SHA1_ATTRIBUTE = "sekisho.saml.sha1";

  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final Set<String> GOOD =
      Set.of(
          MORE + "rsa-sha256",
          MORE + "rsa-sha384",
          MORE + "rsa-sha512",
          MORE + "ecdsa-sha256",
          MORE + "ecdsa-sha384",
          MORE + "ecdsa-sha512",
          XENC + "sha256",
          MORE + "sha384",
          XENC + "sha512");
  private static final Set<String> OLD = Set.of(DSIG + "rsa-sha1", DSIG + "sha1");

  private SignatureAlgorithms() {}

  /**
   * Whether an algorithm may be used.
   *
   * @param name URI of a signature or digest algorithm; null where none was said
   * @param oldToo whether the application may use SHA-1
   */
  public static boolean isAllowed(String name, boolean oldToo) {
    return name != null && (GOOD.contains(name) || (oldToo && OLD.contains(name)));
  }

  /** Whether the signature within a message uses allowed algorithms only. */
  public static boolean areAllowed(Document message, boolean oldToo) {
    return areAllowed(message.getElementsByTagNameNS(DSIG, "SignatureMethod"), oldToo)
        && areAllowed(message.getElementsByTagNameNS(DSIG, "DigestMethod"), oldToo);
  }

  private static boolean areAllowed(NodeList methods, boolean oldToo) {
    for (int i = 0; i < methods.getLength(); i++) {
      if (!isAllowed(((Element) methods.item(i)).getAttribute("Algorithm"), oldToo)) {
        return false;
      }
    }
    return methods.getLength() > 0;
  }
}
