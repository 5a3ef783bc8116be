package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.sekisho.standins.web.Html;

/**
 * Sign-in requests. Written as text, because their exact shape matters: the documented one has no
 * destination, no address to answer to and no binding, so the identity provider must know all that
 * by itself.
 */
final class AuthnRequestXml {
  private static final String CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
  private static final String EMAIL = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
  private static final int OVERSIZE = 300 * 1024;

  private AuthnRequestXml() {}

  static String write(SignInAttempt attempt, FederatedDomain domain, RequestSigner signer) {
    RequestVariant variant = attempt.variant();
    String xml =
        prolog(variant)
            + """
            <samlp:AuthnRequest ID="%s" Version="2.0" IssueInstant="%s"%s \
            xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">\
            <Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">%s</Issuer>%s%s%s%s\
            </samlp:AuthnRequest>"""
                .formatted(
                    attempt.id(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    attributes(variant, domain),
                    issuer(variant),
                    subject(attempt),
                    padding(variant),
                    nameIdPolicy(variant),
                    requestedContext(variant));
    return variant == RequestVariant.SIGNED_SHA256 ? signer.sign(xml) : xml;
  }

  /**
   * Ten levels of ten references each: ten thousand million characters, if anybody expands them.
   */
  private static String prolog(RequestVariant variant) {
    if (variant != RequestVariant.ENTITY_EXPANSION) {
      return "";
    }
    StringBuilder dtd = new StringBuilder("<!DOCTYPE bomb [<!ENTITY e0 \"sekisho\">");
    for (int level = 1; level <= 9; level++) {
      String lower = "&e" + (level - 1) + ";";
      dtd.append("<!ENTITY e%d \"%s\">".formatted(level, lower.repeat(10)));
    }
    return dtd.append("]>").toString();
  }

  private static String attributes(RequestVariant variant, FederatedDomain domain) {
    return switch (variant) {
      case FORCE_AUTHN -> " ForceAuthn=\"true\"";
      case PASSIVE -> " IsPassive=\"true\"";
      case FOREIGN_ACS -> " AssertionConsumerServiceURL=\"https://evil.example/\"";
      case SIGNED_SHA256 -> " Destination=\"" + Html.escape(domain.passiveSignInUri()) + "\"";
      default -> "";
    };
  }

  private static String issuer(RequestVariant variant) {
    return switch (variant) {
      case UNKNOWN_ISSUER -> "urn:evil";
      case ENTITY_EXPANSION -> "&e9;";
      default -> Microsoft.ENTITY_ID;
    };
  }

  private static String subject(SignInAttempt attempt) {
    return attempt.variant() == RequestVariant.SUBJECT
        ? "<Subject xmlns=\"urn:oasis:names:tc:SAML:2.0:assertion\"><NameID>"
            + Html.escape(attempt.userPrincipalName())
            + "</NameID></Subject>"
        : "";
  }

  private static String padding(RequestVariant variant) {
    return variant == RequestVariant.OVERSIZED ? "<!--" + "x".repeat(OVERSIZE) + "-->" : "";
  }

  private static String nameIdPolicy(RequestVariant variant) {
    return switch (variant) {
      case NO_NAME_ID_POLICY -> "";
      case EMAIL_NAME_ID_POLICY -> "<samlp:NameIDPolicy Format=\"" + EMAIL + "\"/>";
      default -> "<samlp:NameIDPolicy Format=\"" + Microsoft.PERSISTENT + "\"/>";
    };
  }

  private static String requestedContext(RequestVariant variant) {
    return switch (variant) {
      case MFA -> context("", Microsoft.MULTIPLE_AUTHN);
      case MFA_EXACT -> context(" Comparison=\"exact\"", Microsoft.MULTIPLE_AUTHN);
      case MFA_MINIMUM -> context(" Comparison=\"minimum\"", Microsoft.MULTIPLE_AUTHN);
      case PASSWORD -> context("", CLASSES + "Password");
      case PASSWORD_PROTECTED_TRANSPORT -> context("", CLASSES + "PasswordProtectedTransport");
      case UNKNOWN_CLASS -> context("", "urn:example:unknown-class");
      default -> "";
    };
  }

  private static String context(String comparison, String classRef) {
    return """
    <samlp:RequestedAuthnContext%s>\
    <AuthnContextClassRef xmlns="urn:oasis:names:tc:SAML:2.0:assertion">%s</AuthnContextClassRef>\
    </samlp:RequestedAuthnContext>"""
        .formatted(comparison, classRef);
  }
}
