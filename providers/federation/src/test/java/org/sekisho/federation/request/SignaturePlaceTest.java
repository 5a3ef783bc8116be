package org.sekisho.federation.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class SignaturePlaceTest {

  private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

  @Test
  void theSignatureOfTheWholeMessageCovers() throws Exception {
    assertThat(covers(message("_1", signature("#_1", ENVELOPED)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#_2", "", "_1", "#xpointer(id('_1'))"})
  void aReferenceToSomethingElseDoesNot(String uri) throws Exception {
    assertThat(covers(message("_1", signature(uri, ENVELOPED)))).isFalse();
  }

  @Test
  void neitherNoneNorTwoNorOneFurtherInside() throws Exception {
    String one = signature("#_1", ENVELOPED);
    assertThat(covers(message("_1", ""))).isFalse();
    assertThat(covers(message("_1", one + one))).isFalse();
    assertThat(covers(message("_1", "<e>" + one + "</e>"))).isFalse();
    assertThat(
            covers(message("_1", one.replace("</ds:SignedInfo>", "</ds:SignedInfo><ds:Object/>"))))
        .isFalse();
    assertThat(covers(message("_1", one + "<e ID=\"_1\"/>"))).isFalse();
    assertThat(covers(message("_1", one + "<e id=\"_1\"/>"))).isFalse();
    assertThat(covers(message("", signature("#", ENVELOPED)))).isFalse();
  }

  @Test
  void aTransformThatLeavesPartsOutDoesNot() throws Exception {
    String xslt = "http://www.w3.org/TR/1999/REC-xslt-19991116";
    assertThat(covers(message("_1", signature("#_1", xslt)))).isFalse();
  }

  @Test
  void onlyAlgorithmsWithoutSha1UnlessTheApplicationMay() throws Exception {
    Document good = parse(message("_1", signature("#_1", ENVELOPED)));
    Document old =
        parse(
            message(
                "_1",
                signature("#_1", ENVELOPED)
                    .replace(SHA256, "http://www.w3.org/2000/09/xmldsig#rsa-sha1")));
    assertThat(SignatureAlgorithms.areAllowed(good, false)).isTrue();
    assertThat(SignatureAlgorithms.areAllowed(old, false)).isFalse();
    assertThat(SignatureAlgorithms.areAllowed(old, true)).isTrue();
    assertThat(SignatureAlgorithms.isAllowed(null, true)).isFalse();
    assertThat(SignatureAlgorithms.isAllowed("http://www.w3.org/2000/09/xmldsig#hmac-sha1", true))
        .isFalse();
  }

  private static boolean covers(String xml) throws Exception {
    return SignaturePlace.coversRoot(parse(xml));
  }

  private static String message(String id, String content) {
    return "<r xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" ID=\"%s\">%s</r>"
        .formatted(id, content);
  }

  private static String signature(String uri, String transform) {
    return """
    <ds:Signature><ds:SignedInfo><ds:SignatureMethod Algorithm="%s"/><ds:Reference URI="%s">\
    <ds:Transforms><ds:Transform Algorithm="%s"/></ds:Transforms>\
    <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/></ds:Reference>\
    </ds:SignedInfo></ds:Signature>"""
        .formatted(SHA256, uri, transform);
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }
}
