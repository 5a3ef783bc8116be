package org.sekisho.standins.mailgateway;

import java.util.Optional;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** Sign-out as the user starts it (OpenID Connect RP-Initiated Logout 1.0). */
final class GatewaySignOut {
  private final String address;
  private final Providers providers;
  private final GatewayBrowsers browsers;

  GatewaySignOut(String address, Providers providers, GatewayBrowsers browsers) {
    this.address = address;
    this.providers = providers;
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes.get("/sign-out", this::signOut);
    routes.get("/signed-out", request -> signedOutPage());
  }

  private Response signOut(Request request) {
    return browsers.session(request).map(this::end).orElseGet(GatewaySignOut::signedOutPage);
  }

  private Response end(GatewaySession session) {
    Response next =
        endSessionAddress(session).map(Response::redirect).orElseGet(GatewaySignOut::signedOutPage);
    return browsers.signOut(session, next);
  }

  /**
   * Nothing if the identity provider has no such address or cannot be reached: the session here
   * ends anyway.
   */
  private Optional<String> endSessionAddress(GatewaySession session) {
    try {
      return providers
          .lookUp(session.issuer())
          .endSessionEndpoint()
          .map(
              endpoint ->
                  new FormEncoding()
                      .add("id_token_hint", session.idToken())
                      .add("client_id", session.clientId())
                      .add("post_logout_redirect_uri", address + "/signed-out")
                      .addedTo(endpoint));
    } catch (GatewayProblem e) {
      return Optional.empty();
    }
  }

  private static Response signedOutPage() {
    return new Page("サインアウトしました", "You are signed out")
        .link("/", "もう一度サインインする", "Sign in again")
        .answer(200);
  }
}
