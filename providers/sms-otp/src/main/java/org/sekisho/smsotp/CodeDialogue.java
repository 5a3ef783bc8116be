package org.sekisho.smsotp;

import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.smsotp.CodeSending.Sending;

/**
 * The page that asks for the code, at sign-in and at registration alike, so that both obey the same
 * limits and both count wrong codes.
 */
final class CodeDialogue {

  static final String CODE_FIELD = "code";
  static final String RESEND_FIELD = "resend";

  private static final String PAGE = "sekisho-sms-code.ftl";

  /** Names the sign-in's code. The tries belong to it, so it stays the same when one is resent. */
  private static final String CODE_ID_NOTE = "sekisho.sms.codeId";

  private final AuthenticationFlowContext context;
  private final PhoneNumber number;
  private final boolean registering;
  private final boolean numberCanBeChanged;
  private final CodeSending sending;

  private CodeDialogue(
      AuthenticationFlowContext context,
      PhoneNumber number,
      boolean registering,
      boolean numberCanBeChanged) {
    this.context = context;
    this.number = number;
    this.registering = registering;
    this.numberCanBeChanged = numberCanBeChanged;
    this.sending = new CodeSending(context.getSession(), context.getRealm());
  }

  /** For a phone that was proven before. */
  static CodeDialogue forSignIn(AuthenticationFlowContext context, PhoneNumber number) {
    return new CodeDialogue(context, number, false, false);
  }

  /**
   * For a phone that is to be proven.
   *
   * @param numberCanBeChanged false where an administrator has chosen the number
   */
  static CodeDialogue forRegistration(
      AuthenticationFlowContext context, PhoneNumber number, boolean numberCanBeChanged) {
    return new CodeDialogue(context, number, true, numberCanBeChanged);
  }

  /**
   * Shows the page; sends a code only where this sign-in has none yet, so a reload sends nothing.
   */
  void open() {
    if (note(CODE_ID_NOTE) != null) {
      context.challenge(page(null));
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
    String codeId = note(CODE_ID_NOTE) == null ? UUID.randomUUID().toString() : note(CODE_ID_NOTE);
    Sending sent = sending.send(codeId, request(), this::text);
    switch (sent.state()) {
      case SENT -> {
        context.getAuthenticationSession().setAuthNote(CODE_ID_NOTE, codeId);
        context.challenge(form(sent.waitSeconds()).createForm(PAGE));
      }
      case MUST_WAIT ->
          refuseToSend(
              "sms_wait", new FormMessage("sekishoCodeWaitBeforeResend", sent.waitSeconds()));
      case LIMIT_REACHED ->
          refuseToSend("sms_limit_" + sent.limit(), new FormMessage("sekishoCodeSendLimit"));
      case FAILED -> refuseToSend("sms_send_failed", new FormMessage("sekishoCodeSendFailed"));
      case UNCERTAIN -> {
        context.getAuthenticationSession().setAuthNote(CODE_ID_NOTE, codeId);
        refuseToSend("sms_send_failed", new FormMessage("sekishoCodeSendFailed"));
      }
    }
  }

  private void refuseToSend(String eventError, FormMessage message) {
    event().error(eventError);
    LoginFormsProvider form =
        form().setAttribute("sendFailed", eventError.equals("sms_send_failed"));
    context.challenge(
        form.setError(message.getMessage(), message.getParameters()).createForm(PAGE));
  }

  /** True where the code was right; otherwise the answer to the browser is set. */
  boolean accept(String typed) {
    if (isLocked()) {
      return false;
    }
    if (typed == null || typed.isBlank()) {
      context.challenge(page("sekishoCodeMissing"));
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
        context.getEvent().detail(Details.CREDENTIAL_TYPE, SmsCredentialModel.TYPE);
        forget(context.getAuthenticationSession());
        yield true;
      }
      case WRONG -> countAsWrong(result.triesLeft());
      case TRIES_USED_UP -> decline("sms_code_tries_used_up", "sekishoCodeTriesUsedUp");
      case EXPIRED -> decline(Errors.EXPIRED_CODE, "sekishoCodeExpired");
      case NOT_SENT -> decline("sms_code_not_sent", "sekishoCodeNotSent");
    };
  }

  /** A failure challenge is what Keycloak's brute-force protection counts; a plain one is not. */
  private boolean countAsWrong(int triesLeft) {
    event().error(Errors.INVALID_USER_CREDENTIALS);
    context.failureChallenge(
        AuthenticationFlowError.INVALID_CREDENTIALS, page("sekishoCodeWrong", triesLeft));
    return false;
  }

  /** The code was not compared with anything, so nothing was guessed and nothing is counted. */
  private boolean decline(String eventError, String message) {
    event().error(eventError);
    context.challenge(page(message));
    return false;
  }

  /** Keycloak judges the lock at the password only; it must be judged at each code again. */
  private boolean isLocked() {
    String lock = AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
    if (lock == null) {
      return false;
    }
    event().error(lock);
    context.forceChallenge(page(Messages.ACCOUNT_TEMPORARILY_DISABLED));
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
    return form(sending.waitSeconds(request()));
  }

  private LoginFormsProvider form(long resendWaitSeconds) {
    return context
        .form()
        .setAttribute("maskedNumber", number.masked())
        .setAttribute("resendWaitSeconds", resendWaitSeconds)
        .setAttribute("validMinutes", sending.settings().codeValidity().toMinutes())
        .setAttribute("registering", numberCanBeChanged)
        .setAttribute("sendFailed", false)
        .setAttribute("codePending", note(CODE_ID_NOTE) != null);
  }

  private String text(OneTimeCode code) {
    return context
        .form()
        .getMessage(
            "sekishoSmsText",
            code.digits(),
            sending.settings().codeValidity().toMinutes(),
            context.getUriInfo().getBaseUri().getHost());
  }

  private SendRequest request() {
    String address = context.getConnection().getRemoteHost();
    return new SendRequest(
        context.getRealm().getId(),
        context.getUser().getId(),
        number,
        address.substring(0, Math.min(64, address.length())),
        registering);
  }

  private EventBuilder event() {
    return context
        .getEvent()
        .user(context.getUser())
        .detail(Details.CREDENTIAL_TYPE, SmsCredentialModel.TYPE)
        .detail("sms_number", number.masked());
  }

  private String note(String name) {
    return context.getAuthenticationSession().getAuthNote(name);
  }
}
