package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sekisho.standins.web.RandomId;

/**
 * A response that keeps every rule, as text. Tests change one thing in it, before or after it is
 * signed.
 */
final class SampleResponse {
  static final String ISSUER = "https://idp.example/realms/agency";
  static final String IMMUTABLE_ID = "0123456789abcdef0123456789abcdef";
  static final String USER = "hanako@example.co.jp";
  static final String MFA = Microsoft.MULTIPLE_AUTHN;

  private SampleResponse() {}

  static String to(SignInAttempt attempt, String assertionConsumer) {
    return to(attempt.id(), assertionConsumer, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  static String to(String requestId, String assertionConsumer, Instant now) {
    return TEXT.replace("{request}", requestId)
        .replace("{acs}", assertionConsumer)
        .replace("{response-id}", "_r" + RandomId.hex())
        .replace("{assertion-id}", "_a" + RandomId.hex())
        .replace("{now}", now.toString())
        .replace("{start}", now.minusSeconds(2).toString())
        .replace("{end}", now.plusSeconds(300).toString())
        .replace("{issuer}", ISSUER)
        .replace("{name-id}", IMMUTABLE_ID)
        .replace("{email}", USER)
        .replace("{class}", MFA);
  }

  private static final String TEXT =
      """
      <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
      xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{response-id}" Version="2.0" \
      IssueInstant="{now}" Destination="{acs}" InResponseTo="{request}"><saml:Issuer>{issuer}</saml:Issuer>\
      <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
      <saml:Assertion ID="{assertion-id}" Version="2.0" IssueInstant="{now}"><saml:Issuer>{issuer}</saml:Issuer>\
      <saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{name-id}</saml:NameID>\
      <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
      <saml:SubjectConfirmationData InResponseTo="{request}" NotOnOrAfter="{end}" Recipient="{acs}"/>\
      </saml:SubjectConfirmation></saml:Subject>\
      <saml:Conditions NotBefore="{start}" NotOnOrAfter="{end}"><saml:AudienceRestriction>\
      <saml:Audience>urn:federation:MicrosoftOnline</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
      <saml:AuthnStatement AuthnInstant="{now}" SessionIndex="s1"><saml:AuthnContext>\
      <saml:AuthnContextClassRef>{class}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>\
      <saml:AttributeStatement><saml:Attribute Name="IDPEmail"><saml:AttributeValue>{email}</saml:AttributeValue>\
      </saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>""";
}
