package org.sekisho.federation.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @ParameterizedTest
  @CsvSource({
    "SAMLRequest=a, '', true",
    "SAMLRequest=a&RelayState=b&SigAlg=c&Signature=d, '', true",
    "SAMLRequest=a&other=b&other=c, '', true",
    "SAMLRequest=a&SAMLRequest=b, '', false",
    "SAMLRequest=a&RelayState=b&RelayState=c, '', false",
    "SAMLRequest=a&Signature=b&Signature=c, '', false",
    "SAMLRequest=a&SigAlg=b&SigAlg=c, '', false",
    "SAMLRequest=a&SAMLResponse=b, '', false",
    "SAMLRequest=a&SAMLart=b, '', false",
    "SAMLRequest=a, SAMLRequest=b, false",
    "SAMLRequest=a, RelayState=b, false",
    "SAMLRequest=a, tab=b, true",
    "SAMLRequest=a&SAMLEncoding=urn:none, '', false",
    "SAMLRequest=a&SAMLEncoding=urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE, '', true"
  })
  void aMessageCanBeReadInOneWayOnly(String place, String other, boolean clear) {
    assertThat(Parameters.areUnambiguous(read(place), read(other))).isEqualTo(clear);
  }

  private static Map<String, List<String>> read(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
    }
    return parameters;
  }
}
