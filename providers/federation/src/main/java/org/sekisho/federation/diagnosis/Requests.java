package org.sekisho.federation.diagnosis;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.saml.SAMLRequestParser;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;

/** Reads the request under way. */
final class Requests {

  private Requests() {}

  static Facts authorization(KeycloakSession session) {
    return OidcRequest.facts(parameters(session));
  }

  static Facts saml(KeycloakSession session, long largest) {
    boolean post = isPost(session.getContext().getHttpRequest());
    MultivaluedMap<String, String> parameters = parameters(session);
    String request = parameters.getFirst("SAMLRequest");
    String response = parameters.getFirst("SAMLResponse");
    if (request == null && response == null) {
      return new Facts().with("protocol", "saml").with("message", "none");
    }
    SAMLDocumentHolder message = null;
    try {
      message = parse(post, request, response, largest);
    } catch (RuntimeException unreadable) {
      // The facts say so.
    }
    return SamlMessage.facts(
        message == null ? null : message.getSamlDocument(),
        post ? "POST" : "Redirect",
        parameters.getFirst("SigAlg"));
  }

  private static SAMLDocumentHolder parse(
      boolean post, String request, String response, long largest) {
    if (request != null) {
      return post
          ? SAMLRequestParser.parseRequestPostBinding(request)
          : SAMLRequestParser.parseRequestRedirectBinding(request, largest);
    }
    return post
        ? SAMLRequestParser.parseResponsePostBinding(response)
        : SAMLRequestParser.parseResponseRedirectBinding(response, largest);
  }

  private static MultivaluedMap<String, String> parameters(KeycloakSession session) {
    HttpRequest request = session.getContext().getHttpRequest();
    return isPost(request)
        ? request.getDecodedFormParameters()
        : session.getContext().getUri().getQueryParameters();
  }

  private static boolean isPost(HttpRequest request) {
    return "POST".equals(request.getHttpMethod());
  }
}
