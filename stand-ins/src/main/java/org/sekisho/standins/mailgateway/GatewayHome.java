package org.sekisho.standins.mailgateway;

import org.sekisho.standins.web.Html;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The front page: who is signed in, or a box to sign in. */
final class GatewayHome {
  private final GatewayBrowsers browsers;

  GatewayHome(GatewayBrowsers browsers) {
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes.get("/", this::show);
    routes.get(
        "/session",
        request -> Response.json(200, GatewaySession.describe(browsers.session(request))));
  }

  private Response show(Request request) {
    return browsers.session(request).map(GatewayHome::signedIn).orElseGet(GatewayHome::signedOut);
  }

  private static Response signedIn(GatewaySession session) {
    return page()
        .paragraph("サインインしています。", "You are signed in.")
        .fact("ユーザー", "User", session.claim("preferred_username"))
        .fact("メール", "E-mail", session.claim("email"))
        .fact("識別子", "Subject", session.claim("sub"))
        .fact("認証の方法", "Methods (amr)", session.claim("amr"))
        .fact("認証の水準", "Level (acr)", session.claim("acr"))
        .fact("認証日時", "Signed in at (auth_time)", session.claim("auth_time"))
        .link("/sign-out", "サインアウト", "Sign out")
        .answer(200);
  }

  private static Response signedOut() {
    return page()
        .markup(
            """
            <form method="get" action="/sign-in">
            <label for="user">%s</label>
            <input id="user" name="user" type="email" autocomplete="username" required>
            <button type="submit">%s</button>
            </form>"""
                .formatted(
                    Html.bilingual("メールアドレス", "E-mail address"),
                    Html.bilingual("サインイン", "Sign in")))
        .answer(200);
  }

  private static Page page() {
    return new Page("メールゲートウェイ(代役)", "Mail gateway (stand-in)");
  }
}
