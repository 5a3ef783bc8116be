package org.sekisho.standins.microsoft365;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.sekisho.standins.web.Parameters;
import org.sekisho.standins.web.PostForm;
import org.sekisho.standins.web.RandomId;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/**
 * The one address that takes all SAML messages: responses, and requests and responses of a
 * sign-out.
 */
final class AssertionConsumer {
  private static final int BODY_LIMIT = 1024 * 1024;

  private final Judge judge;
  private final Supplier<Settings> settings;
  private final Results results;
  private final Browsers browsers;
  private final SignInFlow signIn;
  private final SignOutMessages signOut;

  AssertionConsumer(
      Judge judge,
      Supplier<Settings> settings,
      Results results,
      Browsers browsers,
      SignInFlow signIn,
      SignOutMessages signOut) {
    this.judge = judge;
    this.settings = settings;
    this.results = results;
    this.browsers = browsers;
    this.signIn = signIn;
    this.signOut = signOut;
  }

  void addTo(Routes routes) {
    routes.add("POST", Microsoft.ASSERTION_CONSUMER, BODY_LIMIT, this::take);
    routes.get(Microsoft.ASSERTION_CONSUMER, this::take);
  }

  private Response take(Request request) {
    Parameters parameters = request.parameters();
    if (parameters.has("SAMLRequest") && parameters.has("SAMLResponse")) {
      return RefusalPage.of(400, "AADSTS75005", "V-01", "There must be one message, not two.");
    }
    if (lacksCookies(request)) {
      return sameSiteAgain(parameters);
    }
    if (parameters.has("SAMLRequest")) {
      return signOut.takeRequest(request);
    }
    return signOut.takeResponse(request).orElseGet(() -> signedIn(request, parameters));
  }

  /** Browsers hold back SameSite=Lax cookies from a form of another site, and tell so. */
  private boolean lacksCookies(Request request) {
    return request.isPost()
        && browsers.browser(request).isEmpty()
        && request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
  }

  /**
   * The same form once more, now posted by this site's own page, so that the cookies come along.
   */
  private static Response sameSiteAgain(Parameters parameters) {
    PostForm form = new PostForm(Microsoft.ASSERTION_CONSUMER);
    for (String name : new String[] {"SAMLRequest", "SAMLResponse", "RelayState"}) {
      parameters.get(name).ifPresent(value -> form.field(name, value));
    }
    return form.answer();
  }

  private Response signedIn(Request request, Parameters parameters) {
    Submission submission =
        new Submission(
            request.isPost(),
            parameters.get("SAMLResponse"),
            parameters.get("RelayState"),
            browsers.browser(request).orElse(""),
            Instant.now());
    Verdict verdict = judge.judge(submission, settings.get());
    results.add(verdict);
    Optional<SignInAttempt> next = verdict.nextAttempt();
    if (next.isPresent()) {
      return signIn.send(next.get());
    }
    if (!verdict.accepted()) {
      return RefusalPage.of(verdict);
    }
    return browsers.signIn(session(verdict.evidence()), Response.redirect("/"));
  }

  private static BrowserSession session(Evidence evidence) {
    AuthnStatement statement = evidence.statement().orElseThrow();
    return new BrowserSession(
        RandomId.hex(),
        evidence.domain().orElseThrow().name(),
        evidence.user().orElseThrow().userPrincipalName(),
        evidence.mfa(),
        evidence.ownMfa(),
        evidence.classRef(),
        statement.getAuthnInstant(),
        evidence.domain().orElseThrow().issuerUri(),
        evidence.nameId().orElseThrow(),
        statement.getSessionIndex());
  }
}
