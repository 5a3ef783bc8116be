package org.sekisho.standins.microsoft365;

import org.sekisho.standins.web.Html;
import org.sekisho.standins.web.Page;
import org.sekisho.standins.web.Response;

/**
 * Tells the user that a message was not taken, by which rule, and under which of Microsoft's codes.
 */
final class RefusalPage {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;

  private RefusalPage() {}

  /**
   * A response that could not even be read is the sender's mistake; any other was read and refused.
   */
  static Response of(Verdict verdict) {
    Verdict.Failure first = verdict.failures().get(0);
    boolean unreadable = verdict.evidence().response().isEmpty();
    return of(
        unreadable ? BAD_REQUEST : FORBIDDEN,
        first.rule().error(),
        first.rule().number(),
        first.text());
  }

  static Response of(int status, String error, String rule, String text) {
    return new Page("サインインできませんでした", "Sorry, we could not sign you in")
        .markup(
            "<p class=\"error\" role=\"alert\"><strong>%s</strong> (%s)</p>"
                .formatted(Html.escape(error), Html.escape(rule)))
        .paragraph("応答が規則に合わないため、受け付けませんでした。", text)
        .link("/", "やり直す", "Try again")
        .answer(status);
  }
}
