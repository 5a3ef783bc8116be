package org.sekisho.smsotp;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.network.ClientAddress;
import org.sekisho.smsotp.CodeSending.Sending;

/**
 * The page that asks for the code, at sign-in and at registration alike, so that both obey the same
 * limits and both count wrong codes.
 */
final class CodeDialogue {

  static final String CODE_FIELD = "code";
  static final String RESEND_FIELD = "resend";

  /** Event detail with the masked number. */
  static final String NUMBER_DETAIL = "sms_number";

  private static final String PAGE = "sekisho-sms-code.ftl";

  /** Holds the {@link CodeId}. */
  private static final String CODE_ID_NOTE = "sekisho.sms.codeId";

  private final CodeScreen screen;
  private final PhoneNumber number;
  private final boolean registering;
  private final boolean numberCanBeChanged;
  private final CodeSending sending;

  private CodeDialogue(
      CodeScreen screen, PhoneNumber number, boolean registering, boolean numberCanBeChanged) {
    this.screen = screen;
    this.number = number;
    this.registering = registering;
    this.numberCanBeChanged = numberCanBeChanged;
    this.sending = new CodeSending(screen.session(), screen.realm());
  }

  /** For a phone that was proven before. */
  static CodeDialogue forSignIn(CodeScreen screen, PhoneNumber number) {
    return new CodeDialogue(screen, number, false, false);
  }

  /**
   * For a phone that is to be proven.
   *
   * @param numberCanBeChanged false where an administrator has chosen the number
   */
  static CodeDialogue forRegistration(
      CodeScreen screen, PhoneNumber number, boolean numberCanBeChanged) {
    return new CodeDialogue(screen, number, true, numberCanBeChanged);
  }

  /**
   * Shows the page; sends a code only where this sign-in has none yet, so a reload sends nothing.
   */
  void open() {
    if (note(CODE_ID_NOTE) != null) {
      screen.show(page(null));
    } else {
      sendAndShow();
    }
  }

  void resend() {
    sendAndShow();
  }

  /** Forgets the code, for another number. */
  static void forget(AuthenticationSessionModel authSession) {
    authSession.removeAuthNote(CODE_ID_NOTE);
  }

  private void sendAndShow() {
    if (isLocked()) {
      return;
    }
    CodeId codeId = CodeId.of(note(CODE_ID_NOTE));
    LoginFormsProvider form = screen.form();
    Sending sent = sending.send(codeId, request(), code -> text(form, code));
    switch (sent.state()) {
      case SENT -> {
        screen.authSession().setAuthNote(CODE_ID_NOTE, codeId.value());
        screen.show(filled(form, sent.waitSeconds()).createForm(PAGE));
      }
      case MUST_WAIT ->
          refuseToSend(
              "sms_wait", new FormMessage("sekishoCodeWaitBeforeResend", sent.waitSeconds()));
      case LIMIT_REACHED ->
          refuseToSend("sms_limit_" + sent.limit(), new FormMessage("sekishoCodeSendLimit"));
      case FAILED -> refuseToSend("sms_send_failed", new FormMessage("sekishoCodeSendFailed"));
      case UNCERTAIN -> {
        screen.authSession().setAuthNote(CODE_ID_NOTE, codeId.value());
        refuseToSend("sms_send_failed", new FormMessage("sekishoCodeSendFailed"));
      }
    }
  }

  private void refuseToSend(String eventError, FormMessage message) {
    event().error(eventError);
    LoginFormsProvider form =
        form().setAttribute("sendFailed", eventError.equals("sms_send_failed"));
    screen.show(form.setError(message.getMessage(), message.getParameters()).createForm(PAGE));
  }

  /** True where the code was right; otherwise the answer to the browser is set. */
  boolean accept(String typed) {
    if (isLocked()) {
      return false;
    }
    if (typed == null || typed.isBlank()) {
      screen.show(page("sekishoCodeMissing"));
      return false;
    }
    String codeId = note(CODE_ID_NOTE);
    return codeId == null
        ? decline("sms_code_not_sent", "sekishoCodeNotSent")
        : judge(sending.submit(codeId, request(), OneTimeCode.parse(typed)));
  }

  private boolean judge(CodeStore.Result result) {
    return switch (result.outcome()) {
      case ACCEPTED -> {
        screen.event().detail(Details.CREDENTIAL_TYPE, SmsCredentialModel.TYPE);
        forget(screen.authSession());
        yield true;
      }
      case WRONG -> countAsWrong(result.triesLeft());
      case TRIES_USED_UP -> decline("sms_code_tries_used_up", "sekishoCodeTriesUsedUp");
      case EXPIRED -> decline(Errors.EXPIRED_CODE, "sekishoCodeExpired");
      case NOT_SENT -> decline("sms_code_not_sent", "sekishoCodeNotSent");
    };
  }

  private boolean countAsWrong(int triesLeft) {
    event().error(Errors.INVALID_USER_CREDENTIALS);
    screen.showFailure(page("sekishoCodeWrong", triesLeft));
    return false;
  }

  /** The code was not compared with anything, so nothing was guessed and nothing is counted. */
  private boolean decline(String eventError, String message) {
    event().error(eventError);
    screen.show(page(message));
    return false;
  }

  /** Keycloak judges the lock at the password only; it must be judged at each code again. */
  private boolean isLocked() {
    String lock =
        AuthenticatorUtils.getDisabledByBruteForceEventError(
            screen.session().getProvider(BruteForceProtector.class),
            screen.session(),
            screen.realm(),
            screen.user());
    if (lock == null) {
      return false;
    }
    event().error(lock);
    screen.showOnly(page(Messages.ACCOUNT_TEMPORARILY_DISABLED));
    return true;
  }

  private Response page(String error, Object... parameters) {
    LoginFormsProvider form = form();
    if (error != null) {
      form.addError(new FormMessage(CODE_FIELD, error, parameters));
    }
    return form.createForm(PAGE);
  }

  private LoginFormsProvider form() {
    return filled(screen.form(), sending.waitSeconds(request()));
  }

  private LoginFormsProvider filled(LoginFormsProvider form, long resendWaitSeconds) {
    return form.setAttribute("maskedNumber", number.masked())
        .setAttribute("resendWaitSeconds", resendWaitSeconds)
        .setAttribute("validMinutes", sending.settings().codeValidity().toMinutes())
        .setAttribute("registering", numberCanBeChanged)
        .setAttribute("sendFailed", false)
        .setAttribute("codePending", note(CODE_ID_NOTE) != null);
  }

  private String text(LoginFormsProvider form, OneTimeCode code) {
    return form.getMessage(
        "sekishoSmsText",
        code.digits(),
        sending.settings().codeValidity().toMinutes(),
        screen.session().getContext().getUri().getBaseUri().getHost());
  }

  private SendRequest request() {
    return new SendRequest(
        screen.realm().getId(),
        screen.user().getId(),
        number,
        ClientAddress.caller(screen.session().getContext().getConnection()),
        registering);
  }

  private EventBuilder event() {
    return screen
        .event()
        .detail(Details.CREDENTIAL_TYPE, SmsCredentialModel.TYPE)
        .detail(NUMBER_DETAIL, number.masked());
  }

  private String note(String name) {
    return screen.authSession().getAuthNote(name);
  }
}
