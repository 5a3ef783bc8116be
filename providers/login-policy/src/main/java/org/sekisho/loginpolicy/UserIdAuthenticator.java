package org.sekisho.loginpolicy;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.sekisho.core.StatelessAuthenticator;
import org.sekisho.core.Tenant;
import org.sekisho.core.UserId;

/**
 * First step: who are you? Only the form and the domain of the ID are judged here. Whether the
 * account exists is not looked up before the password is there, so nothing can tell a stranger.
 */
public final class UserIdAuthenticator extends StatelessAuthenticator {

  static final String FOREIGN_DOMAIN_EVENT = "foreign_domain";

  private static final String PAGE = "sekisho-user-id.ftl";

  public UserIdAuthenticator() {
    super("sekisho-user-id", "Sekisho user ID", "Asks for the user ID and checks its domain.");
  }

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    if (context.getUser() != null) {
      // Known from the browser's session: a renewed sign-in stays with the same user.
      context.success();
      return;
    }
    String hint =
        context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
    context.challenge(page(context, hint, null));
  }

  @Override
  public void action(AuthenticationFlowContext context) {
    String typed =
        context
            .getHttpRequest()
            .getDecodedFormParameters()
            .getFirst(AuthenticationManager.FORM_USERNAME);
    if (typed == null || typed.isBlank()) {
      context.challenge(page(context, null, "sekishoUserIdMissing"));
      return;
    }
    Optional<UserId> userId = UserId.parse(typed);
    if (userId.isEmpty()) {
      context.challenge(page(context, typed, "sekishoUserIdMalformed"));
      return;
    }
    accept(context, userId.get());
  }

  private static void accept(AuthenticationFlowContext context, UserId userId) {
    context.getEvent().detail(Details.USERNAME, userId.toString());
    boolean owned =
        Tenant.of(context.getRealm()).map(tenant -> tenant.owns(userId.domain())).orElse(false);
    if (!owned) {
      context.getEvent().error(FOREIGN_DOMAIN_EVENT);
      context.failureChallenge(
          AuthenticationFlowError.INVALID_USER,
          page(context, userId.toString(), "sekishoUserIdForeignDomain"));
      return;
    }
    context
        .getAuthenticationSession()
        .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, userId.toString());
    context.success();
  }

  /** Keeps what was typed: an error must not cost the person the typing. */
  private static Response page(AuthenticationFlowContext context, String value, String error) {
    LoginFormsProvider form =
        context
            .form()
            .setAttribute(AuthenticationManager.FORM_USERNAME, value == null ? "" : value);
    if (error != null) {
      form.addError(new FormMessage(AuthenticationManager.FORM_USERNAME, error));
    }
    return form.createForm(PAGE);
  }
}
