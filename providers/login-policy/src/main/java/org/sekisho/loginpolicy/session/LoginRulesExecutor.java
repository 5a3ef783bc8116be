package org.sekisho.loginpolicy.session;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientPolicyClientSessionContext;
import org.keycloak.services.clientpolicy.context.TokenExchangeRequestContext;
import org.keycloak.services.clientpolicy.context.TokenIntrospectContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.sekisho.core.ReferenceNumber;

/** Applies the login policies wherever a token is given, renewed, exchanged or looked at. */
final class LoginRulesExecutor
    implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

  private final KeycloakSession session;

  LoginRulesExecutor(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
    switch (context.getEvent()) {
      case TOKEN_RESPONSE, DEVICE_TOKEN_RESPONSE, BACKCHANNEL_TOKEN_RESPONSE ->
          judgeSessionOf(context, EventType.CODE_TO_TOKEN_ERROR);
      // Before Keycloak takes the token, which counts once: whoever is refused here keeps it.
      case TOKEN_REFRESH ->
          judgeToken(
              ((TokenRefreshContext) context).getParams().getFirst(OAuth2Constants.REFRESH_TOKEN),
              EventType.REFRESH_TOKEN_ERROR);
      case TOKEN_REFRESH_RESPONSE -> judgeSessionOf(context, EventType.REFRESH_TOKEN_ERROR);
      case USERINFO_REQUEST -> judgeSessionOf(context, EventType.USER_INFO_REQUEST_ERROR);
      case TOKEN_EXCHANGE_REQUEST ->
          judgeToken(
              ((TokenExchangeRequestContext) context)
                  .getTokenExchangeContext()
                  .getFormParams()
                  .getFirst(OAuth2Constants.SUBJECT_TOKEN),
              EventType.TOKEN_EXCHANGE_ERROR);
      case TOKEN_INTROSPECT ->
          judgeToken(
              ((TokenIntrospectContext) context).getParams().getFirst("token"),
              EventType.INTROSPECT_TOKEN_ERROR);
      default -> {
        // The browser flow judges authorization requests itself.
      }
    }
  }

  private void judgeSessionOf(ClientPolicyContext context, EventType type)
      throws ClientPolicyException {
    if (context instanceof ClientPolicyClientSessionContext used) {
      ClientModel client = used.getClientSession().getClient();
      judge(used.getClientSession().getUserSession(), client, client, type);
    }
  }

  private void judgeToken(String token, EventType type) throws ClientPolicyException {
    Optional<TokenSession> used =
        token == null ? Optional.empty() : TokenSession.of(session, token);
    if (used.isPresent()) {
      TokenSession found = used.get();
      // A server asks about the token of a user who is elsewhere.
      ClientModel caller = session.getContext().getClient();
      judge(found.userSession(), found.client(), caller, type);
      if (type == EventType.TOKEN_EXCHANGE_ERROR) {
        // The new token is for the caller, which may have stricter rules.
        judge(found.userSession(), caller, caller, type);
      }
    }
  }

  private void judge(
      UserSessionModel userSession, ClientModel client, ClientModel caller, EventType type)
      throws ClientPolicyException {
    Optional<ReferenceNumber> refusal =
        new SessionGuard(session).refusal(userSession, client, caller, type);
    if (refusal.isPresent()) {
      throw new ClientPolicyException(
          OAuthErrorException.INVALID_GRANT,
          "The login policy does not admit this session now. Reference number: " + refusal.get(),
          Response.Status.BAD_REQUEST);
    }
  }

  @Override
  public String getProviderId() {
    return LoginRulesExecutorFactory.ID;
  }
}
