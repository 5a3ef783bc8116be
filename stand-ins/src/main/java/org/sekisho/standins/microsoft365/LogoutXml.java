package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sekisho.standins.web.Html;
import org.sekisho.standins.web.RandomId;

/** The stand-in's own sign-out messages. */
final class LogoutXml {
  private static final String NAMESPACES =
      "xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\""
          + " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"";

  private LogoutXml() {}

  static String request(BrowserSession session) {
    return """
    <samlp:LogoutRequest %s ID="_%s" Version="2.0" IssueInstant="%s">\
    <saml:Issuer>%s</saml:Issuer><saml:NameID Format="%s">%s</saml:NameID>\
    <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>"""
        .formatted(
            NAMESPACES,
            RandomId.hex(),
            now(),
            Microsoft.ENTITY_ID,
            Microsoft.PERSISTENT,
            Html.escape(session.nameId()),
            Html.escape(session.sessionIndex()));
  }

  static String response(String inResponseTo, String destination) {
    return """
    <samlp:LogoutResponse %s ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s" InResponseTo="%s">\
    <saml:Issuer>%s</saml:Issuer><samlp:Status>\
    <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
    </samlp:LogoutResponse>"""
        .formatted(
            NAMESPACES,
            RandomId.hex(),
            now(),
            Html.escape(destination),
            Html.escape(inResponseTo),
            Microsoft.ENTITY_ID);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
