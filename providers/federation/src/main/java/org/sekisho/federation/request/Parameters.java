package org.sekisho.federation.request;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters of a request that two readers could read in two ways: each may come once only, in one
 * place. Pure.
 */
public final class Parameters {

  private static final Set<String> SAML =
      Set.of("SAMLRequest", "SAMLResponse", "SAMLart", "RelayState", "SigAlg", "Signature");

  private static final String ENCODING = "SAMLEncoding";
  private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";

  private Parameters() {}

  /**
   * Whether a SAML message can be read in one way only.
   *
   * @param place where the binding has its parameters: the query or the form
   * @param other the other place, where none of them may be
   */
  public static boolean areUnambiguous(
      Map<String, List<String>> place, Map<String, List<String>> other) {
    boolean once =
        SAML.stream().allMatch(name -> count(place, name) <= 1 && count(other, name) == 0);
    int messages =
        count(place, "SAMLRequest") + count(place, "SAMLResponse") + count(place, "SAMLart");
    List<String> encoding = place.getOrDefault(ENCODING, List.of(DEFLATE));
    return once && messages <= 1 && encoding.equals(List.of(DEFLATE));
  }

  private static int count(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).size();
  }
}
