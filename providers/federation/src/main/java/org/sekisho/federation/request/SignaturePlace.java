package org.sekisho.federation.request;

import java.util.HashSet;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Whether the one signature of a message is that of the whole message (SAML core 5.4): a signature
 * that covers another part is valid and says nothing about what is read. Pure.
 */
public final class SignaturePlace {

  private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final Set<String> TRANSFORMS =
      Set.of(
          DSIG + "enveloped-signature",
          "http://www.w3.org/2001/10/xml-exc-c14n#",
          "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");

  private SignaturePlace() {}

  /** True where exactly one signature is there, a child of the root, and of the root. */
  public static boolean coversRoot(Document message) {
    Element root = message.getDocumentElement();
    NodeList signatures = message.getElementsByTagNameNS(DSIG, "Signature");
    NodeList references = message.getElementsByTagNameNS(DSIG, "Reference");
    if (signatures.getLength() != 1
        || references.getLength() != 1
        || message.getElementsByTagNameNS(DSIG, "Object").getLength() != 0
        || signatures.item(0).getParentNode() != root) {
      return false;
    }
    String id = root.getAttribute("ID");
    Element reference = (Element) references.item(0);
    return !id.isEmpty()
        && reference.getAttribute("URI").equals("#" + id)
        && reference.getParentNode().getParentNode() == signatures.item(0)
        && transformsAreKnown(message)
        && identifiersAreUnique(root, new HashSet<>());
  }

  private static boolean transformsAreKnown(Document message) {
    NodeList transforms = message.getElementsByTagNameNS(DSIG, "Transform");
    for (int i = 0; i < transforms.getLength(); i++) {
      if (!TRANSFORMS.contains(((Element) transforms.item(i)).getAttribute("Algorithm"))) {
        return false;
      }
    }
    return transforms.getLength() <= 2;
  }

  private static boolean identifiersAreUnique(Element element, Set<String> seen) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String name =
          attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
      if (name.equalsIgnoreCase("id") && !seen.add(attribute.getValue())) {
        return false;
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner && !identifiersAreUnique(inner, seen)) {
        return false;
      }
    }
    return true;
  }
}
