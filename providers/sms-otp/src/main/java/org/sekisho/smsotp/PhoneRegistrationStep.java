package org.sekisho.smsotp;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;
import org.sekisho.core.SetUpFactors;

/**
 * First sign-in: asks a user without any second factor for a mobile phone and has it proven. Who
 * has a second factor, of whatever kind, is passed on: a stolen password must not be enough to put
 * the thief's phone in its place.
 */
final class PhoneRegistrationStep implements Authenticator {

  private static final String NUMBER_PAGE = "sekisho-phone-number.ftl";
  private static final String OFFER_PAGE = "sekisho-recovery-offer.ftl";
  private static final String NUMBER_FIELD = "phoneNumber";

  /** The number that is being proven, in E.164. */
  private static final String NUMBER_NOTE = "sekisho.sms.registering";

  /** Profile attribute with the number to use, in E.164. */
  private static final String PRESET_ATTRIBUTE = "smsPhone";

  /** Set once the number is proven. */
  private static final String PROVEN_NOTE = "sekisho.sms.proven";

  static boolean justProven(AuthenticationFlowContext context) {
    return context.getAuthenticationSession().getAuthNote(PROVEN_NOTE) != null;
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    if (justProven(context)) {
      context.challenge(context.form().createForm(OFFER_PAGE));
    } else if (needsNoPhone(context)) {
      context.success();
    } else if (followsPreset(context)) {
      if (registering(context) == null) {
        askForNumber(context, null, null);
      } else {
        dialogue(context).open();
      }
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
    if (justProven(context)) {
      answerOffer(context, typed);
    } else if (needsNoPhone(context)) {
      context.success();
    } else if (followsPreset(context)) {
      if (registering(context) == null) {
        takeNumber(context, typed.getFirst(NUMBER_FIELD));
      } else {
        takeCode(context, typed);
      }
    }
  }

  /**
   * Holds the sign-in to the number that an administrator has entered, also where it was entered
   * after the sign-in began. False where that number cannot receive codes; asking for another one
   * instead would hand the choice to whoever has the password.
   */
  private static boolean followsPreset(AuthenticationFlowContext context) {
    String preset = presetNumber(context.getUser());
    if (preset == null) {
      return true;
    }
    PhoneNumber.Reading reading =
        PhoneNumber.read(preset, SmsSettings.of(context.getRealm()).regions());
    if (reading.refusal() != null) {
      context.getEvent().user(context.getUser()).error("sms_preset_unusable");
      context.forceChallenge(
          context
              .form()
              .setError("sekishoPhonePresetUnusable")
              .createErrorPage(Response.Status.FORBIDDEN));
      return false;
    }
    AuthenticationSessionModel authSession = context.getAuthenticationSession();
    if (!reading.number().e164().equals(registering(context))) {
      CodeDialogue.forget(authSession);
      authSession.setAuthNote(NUMBER_NOTE, reading.number().e164());
    }
    return true;
  }

  /** Null where there is none. The attribute is written by administrators only. */
  private static String presetNumber(UserModel user) {
    String phone = user.getFirstAttribute(PRESET_ATTRIBUTE);
    return phone == null || phone.isBlank() ? null : phone;
  }

  private static void takeNumber(AuthenticationFlowContext context, String typed) {
    if (typed == null || typed.isBlank()) {
      askForNumber(context, null, "sekishoPhoneMissing");
      return;
    }
    PhoneNumber.Reading reading =
        PhoneNumber.read(typed, SmsSettings.of(context.getRealm()).regions());
    if (reading.refusal() != null) {
      askForNumber(context, typed, reading.refusal().messageKey);
      return;
    }
    context.getAuthenticationSession().setAuthNote(NUMBER_NOTE, reading.number().e164());
    dialogue(context).open();
  }

  private static void takeCode(
      AuthenticationFlowContext context, MultivaluedMap<String, String> typed) {
    CodeDialogue dialogue = dialogue(context);
    if (typed.containsKey("changeNumber") && presetNumber(context.getUser()) == null) {
      AuthenticationSessionModel authSession = context.getAuthenticationSession();
      authSession.removeAuthNote(NUMBER_NOTE);
      CodeDialogue.forget(authSession);
      askForNumber(context, null, null);
    } else if (typed.containsKey(CodeDialogue.RESEND_FIELD)) {
      dialogue.resend();
    } else if (dialogue.accept(typed.getFirst(CodeDialogue.CODE_FIELD))) {
      register(context);
    }
  }

  private static void register(AuthenticationFlowContext context) {
    PhoneNumber number = new PhoneNumber(registering(context));
    SmsCredentialProvider phones =
        (SmsCredentialProvider)
            context
                .getSession()
                .getProvider(CredentialProvider.class, SmsCredentialProviderFactory.ID);
    phones.createCredential(
        context.getRealm(),
        context.getUser(),
        SmsCredentialModel.of(number, Time.currentTimeMillis()));
    context.getAuthenticationSession().setAuthNote(PROVEN_NOTE, "true");
    context.getEvent().detail("sms_number_registered", number.masked());
    context.challenge(context.form().createForm(OFFER_PAGE));
  }

  private static void answerOffer(
      AuthenticationFlowContext context, MultivaluedMap<String, String> typed) {
    if ("setup".equals(typed.getFirst("recovery"))) {
      context
          .getAuthenticationSession()
          .addRequiredAction(UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES);
    }
    context.success();
  }

  private static void askForNumber(AuthenticationFlowContext context, String typed, String error) {
    LoginFormsProvider form =
        context.form().setAttribute("phoneNumber", typed == null ? "" : typed);
    if (error != null) {
      form.addError(new FormMessage(NUMBER_FIELD, error));
    }
    context.challenge(form.createForm(NUMBER_PAGE));
  }

  private static CodeDialogue dialogue(AuthenticationFlowContext context) {
    boolean changeable = presetNumber(context.getUser()) == null;
    return CodeDialogue.forRegistration(context, new PhoneNumber(registering(context)), changeable);
  }

  private static String registering(AuthenticationFlowContext context) {
    return context.getAuthenticationSession().getAuthNote(NUMBER_NOTE);
  }

  /** A user whose login policy never asks for a code need not register a phone for it. */
  private static boolean needsNoPhone(AuthenticationFlowContext context) {
    UserModel user = context.getUser();
    return SetUpFactors.haveSecond(SetUpFactors.of(user))
        || !context.getSession().getProvider(LoginRules.class).uses(user, Factor.SMS);
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return true;
  }

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public void close() {}
}
