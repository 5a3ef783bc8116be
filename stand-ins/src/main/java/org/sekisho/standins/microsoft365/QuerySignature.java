package org.sekisho.standins.microsoft365;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.standins.web.Request;

/**
 * The signature of the HTTP-Redirect binding: over the parameters exactly as they stand in the
 * address.
 */
final class QuerySignature {
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "SHA384withRSA",
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA");

  private QuerySignature() {}

  static void require(Request request, String field, List<X509Certificate> trusted)
      throws BrokenRule {
    String algorithm = ALGORITHMS.get(request.query().get("SigAlg").orElse(""));
    BrokenRule.unless(algorithm != null, "The signature must be RSA with SHA-256 or better.");
    byte[] signed = signedPart(request.rawQuery(), field).getBytes(StandardCharsets.UTF_8);
    byte[] signature = Bindings.decodePost(request.query().get("Signature").orElse(""));
    for (X509Certificate certificate : trusted) {
      if (verifies(algorithm, certificate, signed, signature)) {
        return;
      }
    }
    throw new BrokenRule("No certificate of the domain verifies the signature.");
  }

  private static String signedPart(String rawQuery, String field) {
    List<String> parts = new ArrayList<>();
    for (String name : List.of(field, "RelayState", "SigAlg")) {
      for (String pair : rawQuery.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          parts.add(pair);
        }
      }
    }
    return String.join("&", parts);
  }

  private static boolean verifies(
      String algorithm, X509Certificate certificate, byte[] signed, byte[] given) {
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(signed);
      return verifier.verify(given);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
