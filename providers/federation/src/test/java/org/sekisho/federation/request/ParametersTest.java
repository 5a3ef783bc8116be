package org.sekisho.federation.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @ParameterizedTest
  @CsvSource({
    "SAMLRequest=a, true",
    "SAMLRequest=a&RelayState=b&SigAlg=c&Signature=d, true",
    "SAMLRequest=a&other=b&other=c, true",
    "SAMLRequest=a&RelayState=b;c=d, true",
    "SAMLRequest=a&RelayState=https%3A%2F%2Fx%2F%3FSAMLRequest%3Db, true",
    "SAMLRequest=a&SAMLRequest=b, false",
    "SAMLRequest=a&RelayState=b&RelayState=c, false",
    "SAMLRequest=a&Signature=b&Signature=c, false",
    "SAMLRequest=a&SigAlg=b&SigAlg=c, false",
    "SAMLRequest=a&SAMLResponse=b, false",
    "SAMLRequest=a&SAMLart=b, false",
    "SAMLReques%74=b&SAMLRequest=a, false",
    "SAMLRequest=a&SAMLReques%74=b, false",
    "SAMLRespons%65=b&SAMLRequest=a, false",
    "%53%41%4DLRequest=b, false",
    "samlrequest=b&SAMLRequest=a, false",
    "SAMLRequest=a&SAMLART=b, false",
    "SAMLRequest=a&relaystate=b, false",
    "SAMLRequest=a&RelayStat%65=b, false",
    "SAMLRequest=a&sigalg=b, false",
    "SAMLRequest=a&Signatur%65=b, false",
    "SAMLRequest=a&samlencoding=b, false",
    "x=1;SAMLRequest=b&SAMLRequest=a, false",
    "x;SAMLRequest=b&SAMLRequest=a, false",
    "x=1;samlreques%74=b&SAMLRequest=a, false",
    "SAMLRequest=a;SAMLRequest=b, false",
    "SAMLRequest=a&RelayState=b;RelayState=c, false",
    ";SAMLRequest=b&SAMLRequest=a, false",
    "SAMLRequest=a&+RelayState=b, false",
    "SAMLRequest=a&%zz=b, false",
    "SAMLRequest=a&SAMLEncoding=urn:none, false",
    "SAMLRequest=a&SAMLEncoding=urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE, true",
    "SAMLRequest=a&SAMLEncoding=urn%3Aoasis%3Anames%3Atc%3ASAML%3A2.0%3Abindings%3AURL-Encoding%3ADEFLATE, true"
  })
  void anAddressCanBeReadInOneWayOnly(String query, boolean clear) {
    assertThat(Parameters.areUnambiguousInQuery(read(query))).isEqualTo(clear);
  }

  @ParameterizedTest
  @CsvSource({
    "SAMLRequest=a&RelayState=https://x/?a;RelayState, '', true",
    "SAMLRequest=a, tab=b, true",
    "SAMLRequest=a&SAMLRequest=b, '', false",
    "SAMLRequest=a&samlrequest=b, '', false",
    "SAMLRequest=a&SAMLRESPONSE=b, '', false",
    "SAMLRequest=a&relaystate=b, '', false",
    "SAMLRequest=a, SAMLRequest=b, false",
    "SAMLRequest=a, SAMLReques%74=b, false",
    "SAMLRequest=a, x=1;SAMLRequest=b, false",
    "SAMLRequest=a, RelayState=b, false"
  })
  void aFormCanBeReadInOneWayOnly(String form, String query, boolean clear) {
    assertThat(Parameters.areUnambiguousInForm(read(form), read(query))).isEqualTo(clear);
  }

  @Test
  void whatIsUsedIsWhatIsSigned() {
    Map<String, List<String>> query = read("SAMLReques%74=evil&SAMLRequest=a%2Bb&RelayState=%zz");
    assertThat(Parameters.first(query, "SAMLRequest")).isEqualTo("a+b");
    assertThat(Parameters.first(query, "RelayState")).isNull();
    assertThat(Parameters.first(query, "SAMLResponse")).isNull();
  }

  private static Map<String, List<String>> read(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(parts.length == 1 ? "" : parts[1]);
    }
    return parameters;
  }
}
