package org.sekisho.standins.microsoft365;

import java.util.Optional;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.PostForm;
import org.sekisho.standins.web.RandomId;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** Sends users to the identity provider of their domain. */
final class SignInFlow {
  /**
   * What Microsoft sends along is long and opaque; this has every character that needs care as
   * well.
   */
  private static final String LONG_STATE = "ctx=+/=&%2B%25<>\"'#;?\\ 関所 ".repeat(120) + "end";

  private final RelyingParty party;
  private final Browsers browsers;
  private final RequestSigner signer;

  SignInFlow(RelyingParty party, Browsers browsers, RequestSigner signer) {
    this.party = party;
    this.browsers = browsers;
    this.signer = signer;
  }

  void addTo(Routes routes) {
    routes.get("/sign-in", this::signIn);
    routes.post("/sign-in", this::signIn);
  }

  private Response signIn(Request request) {
    String user = request.parameters().get("user").map(String::strip).orElse("");
    Optional<RequestVariant> variant =
        RequestVariant.of(request.parameters().filled("variant").orElse("plain"));
    if (variant.isEmpty()) {
      return Response.text(400, "Unknown variant.");
    }
    if (party.domains().governingUser(user).isEmpty()) {
      return unknownDomain();
    }
    String browser = browsers.browserOrNew(request);
    String relayState =
        request.parameters().get("relayState").orElseGet(() -> usualRelayState(variant.get()));
    SignInAttempt attempt = SignInAttempt.first(browser, user, variant.get(), relayState);
    return browsers.remember(send(attempt), browser);
  }

  private static String usualRelayState(RequestVariant variant) {
    return variant == RequestVariant.LONG_RELAY_STATE ? LONG_STATE : RandomId.hex();
  }

  /** Remembers the request and answers with what carries it to the identity provider. */
  Response send(SignInAttempt attempt) {
    Optional<FederatedDomain> found = party.domains().governingUser(attempt.userPrincipalName());
    if (found.isEmpty()) {
      return unknownDomain();
    }
    party.waiting().put(attempt.id(), attempt);
    FederatedDomain domain = found.get();
    String xml = AuthnRequestXml.write(attempt, domain, signer);
    Optional<String> relayState = Optional.of(attempt.relayState());
    if (attempt.variant() == RequestVariant.REDIRECT) {
      return Bindings.redirect(domain.passiveSignInUri(), "SAMLRequest", xml, relayState);
    }
    PostForm form = Bindings.post(domain.passiveSignInUri(), "SAMLRequest", xml, relayState);
    if (attempt.variant() == RequestVariant.LOGIN_HINT) {
      form.field("login_hint", attempt.userPrincipalName());
    }
    return form.answer();
  }

  private static Response unknownDomain() {
    return new Page("サインインできません", "Cannot sign in")
        .paragraph(
            "このアドレスのドメインは登録されていません。アドレスを確認してください。",
            "The domain of this address is not known here. Please check the address.")
        .link("/", "戻る", "Back")
        .answer(404);
  }
}
