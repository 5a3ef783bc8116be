package org.sekisho.standins.microsoft365;

import org.sekisho.standins.web.Html;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Request;
import org.sekisho.standins.web.Response;
import org.sekisho.standins.web.Routes;

/** The front page: who is signed in, or a box to sign in. */
final class HomePage {
  private final Browsers browsers;

  HomePage(Browsers browsers) {
    this.browsers = browsers;
  }

  void addTo(Routes routes) {
    routes.get("/", this::show);
    routes.get(
        "/session",
        request -> Response.json(200, BrowserSession.describe(browsers.session(request))));
  }

  private Response show(Request request) {
    return browsers.session(request).map(HomePage::signedIn).orElseGet(HomePage::signedOut);
  }

  private static Response signedIn(BrowserSession session) {
    Page page =
        new Page("Microsoft 365(代役)", "Microsoft 365 (stand-in)")
            .paragraph("サインインしています。", "You are signed in.")
            .fact("ユーザー", "User", session.userPrincipalName())
            .fact("多要素認証", "MFA", session.mfa() ? "はい / yes" : "いいえ / no")
            .fact("認証の種類", "Class", session.classRef().orElse(""))
            .fact("認証日時", "Signed in at", session.authnInstant().toString())
            .fact("発行者", "Issuer", session.issuer());
    if (session.ownMfa()) {
      page.paragraph(
          "本物の Microsoft 365 は、ここで独自の多要素認証を求めます。",
          "The real Microsoft 365 would now ask for its own second factor.");
    }
    return page.link("/sign-out", "サインアウト", "Sign out").answer(200);
  }

  private static Response signedOut() {
    return new Page("Microsoft 365(代役)", "Microsoft 365 (stand-in)")
        .markup(
            """
            <form method="post" action="/sign-in">
            <label for="user">%s</label>
            <input id="user" name="user" type="email" autocomplete="username" required>
            <button type="submit">%s</button>
            </form>"""
                .formatted(
                    Html.bilingual("メールアドレス", "E-mail address"), Html.bilingual("次へ", "Next")))
        .answer(200);
  }
}
