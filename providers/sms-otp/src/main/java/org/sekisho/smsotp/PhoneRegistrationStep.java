package org.sekisho.smsotp;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;
import org.sekisho.core.SetUpFactors;

/**
 * First sign-in: asks a user without any second factor for a mobile phone and has it proven. Who
 * has a second factor, of whatever kind, is passed on: a stolen password must not be enough to put
 * the thief's phone in its place.
 */
final class PhoneRegistrationStep implements Authenticator {

  private static final String OFFER_PAGE = "sekisho-recovery-offer.ftl";

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
    } else {
      new PhoneProof(new SignInScreen(context)).open();
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
    if (justProven(context)) {
      answerOffer(context, typed);
    } else if (needsNoPhone(context)) {
      context.success();
    } else {
      new PhoneProof(new SignInScreen(context))
          .take(typed)
          .ifPresent(number -> offerRecoveryCodes(context, number));
    }
  }

  private static void offerRecoveryCodes(AuthenticationFlowContext context, PhoneNumber number) {
    context.getAuthenticationSession().setAuthNote(PROVEN_NOTE, "true");
    context.getEvent().detail("sms_number_registered", number.masked());
    // An event of its own, as at a change: users are told by mail that a factor was set up.
    context
        .getEvent()
        .clone()
        .event(EventType.UPDATE_CREDENTIAL)
        .user(context.getUser())
        .detail(Details.CREDENTIAL_TYPE, SmsCredentialModel.TYPE)
        .success();
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
