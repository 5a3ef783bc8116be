package org.sekisho.standins.mailgateway;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.standins.web.BoundedMap;
import org.sekisho.standins.web.Html;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Parameters;
import org.sekisho.standins.web.RandomId;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** Sign-in by the authorization code flow with PKCE. */
final class GatewaySignIn {
  private static final int MANY = 10_000;

  private final String redirectUri;
  private final GatewayClient client;
  private final Tenants tenants;
  private final Providers providers;
  private final TokenEndpoint tokenEndpoint;
  private final GatewayBrowsers browsers;
  private final BoundedMap<String, PendingSignIn> pending = new BoundedMap<>(MANY);

  GatewaySignIn(
      String address,
      GatewayClient client,
      Tenants tenants,
      Providers providers,
      TokenEndpoint tokenEndpoint,
      GatewayBrowsers browsers) {
    this.redirectUri = address + "/callback";
    this.client = client;
    this.tenants = tenants;
    this.providers = providers;
    this.tokenEndpoint = tokenEndpoint;
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes.get("/sign-in", this::start);
    routes.get("/callback", this::finish);
  }

  private Response start(Request request) {
    Parameters query = request.query();
    try {
      String browser = browsers.browser(request).orElseGet(RandomId::hex);
      Tenant tenant = tenant(query);
      Provider provider = providers.lookUp(tenant.issuer());
      PendingSignIn attempt =
          PendingSignIn.start(browser, tenant.issuer(), tenant.clientId(), maxAge(query));
      pending.put(attempt.state(), attempt);
      return browsers.remember(Response.redirect(request(provider, attempt, query)), browser);
    } catch (GatewayProblem e) {
      return failed(502, e.getMessage());
    }
  }

  private Tenant tenant(Parameters query) throws GatewayProblem {
    Optional<String> issuer = query.filled("issuer");
    if (issuer.isPresent()) {
      return new Tenant(
          "", issuer.get(), query.filled("clientId").orElse(client.id()), client.secret());
    }
    return query
        .filled("user")
        .flatMap(tenants::ofUser)
        .orElseThrow(() -> new GatewayProblem("The domain of this address is not known here."));
  }

  private static Optional<Long> maxAge(Parameters query) throws GatewayProblem {
    try {
      return query.filled("max_age").map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw new GatewayProblem("max_age must be a number of seconds.");
    }
  }

  private String request(Provider provider, PendingSignIn attempt, Parameters query) {
    return new FormEncoding()
        .add("response_type", "code")
        .add("client_id", attempt.clientId())
        .add("redirect_uri", redirectUri)
        .add("scope", query.filled("scope").orElse("openid profile email"))
        .add("state", attempt.state())
        .add("nonce", attempt.nonce())
        .add("code_challenge", attempt.challenge())
        .add("code_challenge_method", "S256")
        .add("prompt", query.filled("prompt"))
        .add("max_age", query.filled("max_age"))
        .add("acr_values", query.filled("acr_values"))
        .add("login_hint", query.filled("login_hint").or(() -> query.filled("user")))
        .addedTo(provider.authorizationEndpoint());
  }

  private Response finish(Request request) {
    Parameters query = request.query();
    Optional<PendingSignIn> found =
        query
            .get("state")
            .flatMap(pending::get)
            .filter(attempt -> browsers.browser(request).equals(Optional.of(attempt.browser())));
    if (found.isEmpty()) {
      return failed(400, "This browser started no such sign-in, or it has ended already.");
    }
    pending.remove(found.get().state());
    try {
      return signedIn(found.get(), query);
    } catch (GatewayProblem e) {
      return failed(403, e.getMessage());
    }
  }

  private Response signedIn(PendingSignIn attempt, Parameters query) throws GatewayProblem {
    if (query.has("error")) {
      return reported(query.get("error").orElse(""), query.get("error_description").orElse(""));
    }
    // RFC 9207: a response that names its issuer must come from the one that was asked.
    GatewayProblem.unless(
        query.get("iss").map(attempt.issuer()::equals).orElse(true),
        "The response comes from another issuer.");
    String code =
        query.filled("code").orElseThrow(() -> new GatewayProblem("The response has no code."));
    Provider provider = providers.lookUp(attempt.issuer());
    Tokens tokens = tokenEndpoint.exchange(provider, attempt, code, redirectUri);
    JWTClaimsSet claims = IdTokens.verify(tokens, provider, attempt, Instant.now());
    GatewaySession session =
        new GatewaySession(
            RandomId.hex(), attempt.issuer(), attempt.clientId(), tokens.idToken(), claims);
    return browsers.signIn(session, Response.redirect("/"));
  }

  private static Response reported(String error, String description) {
    return page()
        .markup(
            "<p class=\"error\" role=\"alert\"><strong>%s</strong> %s</p>"
                .formatted(Html.escape(error), Html.escape(description)))
        .link("/", "戻る", "Back")
        .answer(403);
  }

  private static Response failed(int status, String text) {
    return page().paragraph("認証サーバーの応答を受け付けられませんでした。", text).link("/", "戻る", "Back").answer(status);
  }

  private static Page page() {
    return new Page("サインインできませんでした", "Sorry, we could not sign you in");
  }
}
