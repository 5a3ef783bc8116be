package org.sekisho.it;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An application that speaks SAML and signs what it sends. It has no pages: what it gets is read
 * from the form that would take it there.
 */
record SamlApplication(TestTenant tenant, String entityId, PrivateKey key, String certificate) {

  /** The same in all tenants where it is registered. */
  static final String ACS = "https://app.sp.example/acs";

  static SamlApplication register(TestTenant tenant, String entityId) {
    TestKey made = TestKey.make(entityId);
    add(tenant, entityId, made.certificate());
    return new SamlApplication(tenant, entityId, made.key(), made.certificate());
  }

  /** Registers the same application, with the same key, at another tenant. */
  SamlApplication alsoAt(TestTenant other) {
    add(other, entityId, certificate);
    return new SamlApplication(other, entityId, key, certificate);
  }

  private static void add(TestTenant tenant, String entityId, String certificate) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("saml_assertion_consumer_url_post", ACS);
    attributes.put("saml_single_logout_service_url_post", ACS + "/logout");
    attributes.put("saml_single_logout_service_url_redirect", ACS + "/logout");
    attributes.put("saml.client.signature", "true");
    attributes.put("saml.server.signature", "true");
    attributes.put("saml.assertion.signature", "true");
    attributes.put("saml.signature.algorithm", "RSA_SHA256");
    attributes.put("saml.force.post.binding", "true");
    attributes.put("saml.authnstatement", "true");
    attributes.put("saml_name_id_format", "username");
    attributes.put("saml.signing.certificate", certificate);
    tenant
        .admin(
            "POST",
            "/clients",
            Map.of(
                "clientId",
                entityId,
                "protocol",
                "saml",
                "frontchannelLogout",
                true,
                "redirectUris",
                List.of(ACS),
                "fullScopeAllowed",
                false,
                "attributes",
                attributes))
        .orFail("Registering " + entityId);
  }

  String endpoint() {
    return tenant.url() + "/protocol/saml";
  }

  /** An AuthnRequest under construction; what is not said is right. */
  AuthnRequest request() {
    return new AuthnRequest(this, "_" + UUID.randomUUID(), ACS, endpoint(), Duration.ZERO, "", "");
  }

  record AuthnRequest(
      SamlApplication application,
      String id,
      String acs,
      String destination,
      Duration age,
      String attributes,
      String content) {

    AuthnRequest answerTo(String address) {
      return new AuthnRequest(application, id, address, destination, age, attributes, content);
    }

    AuthnRequest sentTo(String address) {
      return new AuthnRequest(application, id, acs, address, age, attributes, content);
    }

    AuthnRequest old(Duration by) {
      return new AuthnRequest(application, id, acs, destination, by, attributes, content);
    }

    AuthnRequest with(String moreAttributes, String moreContent) {
      return new AuthnRequest(
          application,
          id,
          acs,
          destination,
          age,
          attributes + moreAttributes,
          content + moreContent);
    }

    /** Asks for classes of sign-in. */
    AuthnRequest asking(String comparison, String... classes) {
      StringBuilder asked = new StringBuilder();
      for (String name : classes) {
        asked
            .append("<saml:AuthnContextClassRef>")
            .append(name)
            .append("</saml:AuthnContextClassRef>");
      }
      return with(
          "",
          "<samlp:RequestedAuthnContext Comparison=\"%s\">%s</samlp:RequestedAuthnContext>"
              .formatted(comparison, asked));
    }

    String xml() {
      return """
      <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
      xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" \
      IssueInstant="%s"%s AssertionConsumerServiceURL="%s"%s>\
      <saml:Issuer>%s</saml:Issuer>%s</samlp:AuthnRequest>"""
          .formatted(
              id,
              Instant.now().minus(age).truncatedTo(ChronoUnit.MILLIS),
              destination == null ? "" : " Destination=\"" + destination + "\"",
              acs,
              attributes,
              application.entityId,
              content);
    }

    String signed() {
      return SamlMessages.signed(xml(), application.key);
    }

    HttpBrowser post(HttpBrowser browser) {
      return application.post(browser, "SAMLRequest", signed());
    }

    String query(String relayState) {
      return SamlMessages.signedQuery(
          unsignedQuery(relayState), SamlMessages.SHA256, application.key);
    }

    String unsignedQuery(String relayState) {
      String message = "SAMLRequest=" + SamlMessages.deflated(xml());
      return relayState == null
          ? message
          : message + "&RelayState=" + SamlMessages.encode(relayState);
    }
  }

  HttpBrowser post(HttpBrowser browser, String parameter, String xml) {
    return browser.post(endpoint(), Map.of(parameter, SamlMessages.base64(xml)));
  }

  HttpBrowser get(HttpBrowser browser, String query) {
    return browser.open(endpoint() + "?" + query);
  }

  String logoutRequest(String id, String nameId, String sessionIndex) {
    return """
    <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s" \
    Destination="%s"><saml:Issuer>%s</saml:Issuer><saml:NameID>%s</saml:NameID>\
    <samlp:SessionIndex>%s</samlp:SessionIndex></samlp:LogoutRequest>"""
        .formatted(
            id,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            endpoint(),
            entityId,
            nameId,
            sessionIndex);
  }

  String logoutResponse(String inResponseTo) {
    return """
    <samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s" \
    Destination="%s" InResponseTo="%s"><saml:Issuer>%s</saml:Issuer><samlp:Status>\
    <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
    </samlp:LogoutResponse>"""
        .formatted(
            UUID.randomUUID(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            endpoint(),
            inResponseTo,
            entityId);
  }
}
