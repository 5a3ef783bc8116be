package org.sekisho.standins.microsoft365;

import java.util.Optional;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/**
 * Sign-out as the user starts it here: the session ends at once, then the identity provider is
 * told.
 */
final class SignOutFlow {
  private final RelyingParty party;
  private final Browsers browsers;

  SignOutFlow(RelyingParty party, Browsers browsers) {
    this.party = party;
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes.get("/sign-out", this::signOut);
    routes.post("/sign-out", this::signOut);
  }

  private Response signOut(Request request) {
    Optional<BrowserSession> session = browsers.session(request);
    session.ifPresent(browsers::end);
    String variant = request.parameters().filled("variant").orElse("redirect");
    Response answer =
        session
            .flatMap(ended -> tellIdentityProvider(ended, variant))
            .orElseGet(SignOutMessages::signedOutPage);
    return browsers.forgetSession(answer);
  }

  private Optional<Response> tellIdentityProvider(BrowserSession session, String variant) {
    return party
        .domains()
        .find(session.domain())
        .flatMap(FederatedDomain::signOutUri)
        .map(address -> message(session, address, variant));
  }

  private static Response message(BrowserSession session, String address, String variant) {
    return switch (variant) {
      case "wsignout" -> Response.redirect(Bindings.withQuery(address, "wa=wsignout1.0"));
      case "post" ->
          Bindings.post(address, "SAMLRequest", LogoutXml.request(session), Optional.empty())
              .answer();
      default ->
          Bindings.redirect(address, "SAMLRequest", LogoutXml.request(session), Optional.empty());
    };
  }
}
