package org.sekisho.smsotp;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;

/** Second factor: a code sent to the registered phone. */
final class SmsCodeStep implements Authenticator, CredentialValidator<SmsCredentialProvider> {

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    if (PhoneRegistrationStep.justProven(context)) {
      // The phone was proven a moment ago, when it was registered: no second message.
      context.success(SmsCodeStepFactory.CATEGORY);
      return;
    }
    dialogue(context).open();
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    MultivaluedMap<String, String> typed = context.getHttpRequest().getDecodedFormParameters();
    CodeDialogue dialogue = dialogue(context);
    if (typed.containsKey(CodeDialogue.RESEND_FIELD)) {
      dialogue.resend();
    } else if (dialogue.accept(typed.getFirst(CodeDialogue.CODE_FIELD))) {
      context.success(SmsCodeStepFactory.CATEGORY);
    }
  }

  private CodeDialogue dialogue(AuthenticationFlowContext context) {
    SmsCredentialModel phone =
        SmsCredentialProvider.phoneOf(context.getSession(), context.getRealm(), context.getUser())
            .orElseThrow();
    return CodeDialogue.forSignIn(new SignInScreen(context), phone.number());
  }

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return session.getProvider(LoginRules.class).asks(user, Factor.SMS) && hasPhone(user);
  }

  @Override
  public String getType(KeycloakSession session) {
    return LoginRules.offeredType(session, Factor.SMS, SmsCredentialModel.TYPE);
  }

  private static boolean hasPhone(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(SmsCredentialModel.TYPE)
        .findAny()
        .isPresent();
  }

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public SmsCredentialProvider getCredentialProvider(KeycloakSession session) {
    return SmsCredentialProvider.of(session);
  }

  @Override
  public void close() {}
}
