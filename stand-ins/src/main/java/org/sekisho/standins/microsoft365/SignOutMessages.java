package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.util.Optional;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.LogoutRequest;
import org.opensaml.saml.saml2.core.LogoutResponse;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;

/** Sign-out as identity providers start or finish it. */
final class SignOutMessages {
  private static final String INVALID = "AADSTS50061";

  private final RelyingParty party;
  private final Browsers browsers;

  SignOutMessages(RelyingParty party, Browsers browsers) {
    this.party = party;
    this.browsers = browsers;
  }

  /** A LogoutRequest, by either binding. */
  Response takeRequest(Request request) {
    try {
      XMLObject message = message(request, "SAMLRequest");
      if (!(message instanceof LogoutRequest logout)) {
        throw new BrokenRule("The message must be a LogoutRequest.");
      }
      FederatedDomain domain = domain(logout);
      boolean signed = isSigned(request, logout, domain);
      requireCurrent(logout);
      endSessions(request, logout, domain, signed);
      return browsers.forgetSession(answer(request, logout, domain));
    } catch (BrokenRule e) {
      return RefusalPage.of(400, INVALID, "SLO", e.getMessage());
    }
  }

  /**
   * The page after a sign-out, if that is what the message ends; nothing if it is another message.
   */
  Optional<Response> takeResponse(Request request) {
    try {
      return request.parameters().has("SAMLResponse")
              && message(request, "SAMLResponse") instanceof LogoutResponse
          ? Optional.of(browsers.forgetSession(signedOutPage()))
          : Optional.empty();
    } catch (BrokenRule e) {
      // The rules for sign-in responses will say what is wrong.
      return Optional.empty();
    }
  }

  static Response signedOutPage() {
    return new Page("サインアウトしました", "You are signed out")
        .link("/", "もう一度サインインする", "Sign in again")
        .answer(200);
  }

  private static XMLObject message(Request request, String field) throws BrokenRule {
    String value = request.parameters().get(field).orElse("");
    return Saml.parse(
        request.isPost() ? Bindings.decodePost(value) : Bindings.decodeRedirect(value));
  }

  private FederatedDomain domain(LogoutRequest logout) throws BrokenRule {
    return Optional.ofNullable(logout.getIssuer())
        .map(issuer -> issuer.getValue())
        .flatMap(party.domains()::byIssuer)
        .orElseThrow(() -> new BrokenRule("The issuer must be that of a configured domain."));
  }

  /** A signature need not be there, but one that is there must be good. */
  private static boolean isSigned(Request request, LogoutRequest logout, FederatedDomain domain)
      throws BrokenRule {
    if (!request.isPost() && request.query().has("Signature")) {
      QuerySignature.require(request, "SAMLRequest", domain.trustedCertificates());
      return true;
    }
    if (SignatureShape.directSignatures(logout.getDOM()).isEmpty()) {
      return false;
    }
    new TrustedKeys(domain.trustedCertificates()).requireSound(logout, logout.getID());
    return true;
  }

  private static void requireCurrent(LogoutRequest logout) throws BrokenRule {
    BrokenRule.unless(
        logout.getNotOnOrAfter() == null || logout.getNotOnOrAfter().isAfter(Instant.now()),
        "The request has expired.");
    BrokenRule.unless(
        logout.getNameID() != null && logout.getNameID().getValue() != null,
        "There must be a NameID.");
    BrokenRule.unless(logout.getID() != null, "The request must have an ID.");
  }

  /**
   * Without a signature anybody could have written it, so it ends no more than the browser's own
   * session.
   */
  private void endSessions(
      Request request, LogoutRequest logout, FederatedDomain domain, boolean signed) {
    String nameId = logout.getNameID().getValue();
    Optional<String> index =
        logout.getSessionIndexes().stream().findFirst().map(found -> found.getValue());
    browsers
        .session(request)
        .filter(session -> session.isMeantBy(domain.issuerUri(), nameId, index))
        .ifPresent(browsers::end);
    if (signed) {
      browsers.endAll(domain.issuerUri(), nameId, index);
    }
  }

  private static Response answer(Request request, LogoutRequest logout, FederatedDomain domain) {
    if (domain.signOutUri().isEmpty()) {
      return signedOutPage();
    }
    String address = domain.signOutUri().get();
    String xml = LogoutXml.response(logout.getID(), address);
    Optional<String> relayState = request.parameters().get("RelayState");
    return request.isPost()
        ? Bindings.post(address, "SAMLResponse", xml, relayState).answer()
        : Bindings.redirect(address, "SAMLResponse", xml, relayState);
  }
}
