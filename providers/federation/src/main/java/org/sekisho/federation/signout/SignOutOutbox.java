package org.sekisho.federation.signout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.LogoutToken;
import org.keycloak.util.JsonSerialization;
import org.sekisho.core.SignOutNotices;

/** Writes down whom to tell; {@link SignOutTelling} tells. */
public final class SignOutOutbox implements SignOutNotices {

  /** Keycloak's word for no limit. */
  private static final int ALL = -1;

  private final KeycloakSession session;

  public SignOutOutbox(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void sessionEnds(UserSessionModel ending) {
    ending.getAuthenticatedClientSessions().values().forEach(this::applicationSessionEnds);
  }

  @Override
  public void allSessionsEnd(RealmModel tenant) {
    List<ClientModel> told =
        session.clients().getClientsStream(tenant).filter(SignOutOutbox::wantsNotices).toList();
    told.forEach(application -> allSessionsEnd(tenant, application));
  }

  private void allSessionsEnd(RealmModel tenant, ClientModel application) {
    session
        .sessions()
        .readOnlyStreamUserSessions(tenant, application, ALL, ALL)
        .map(open -> open.getAuthenticatedClientSessionByClient(application.getId()))
        .filter(Objects::nonNull)
        .forEach(this::applicationSessionEnds);
  }

  /** What is open at one application ends; nothing happens where it asks for no notices. */
  public void applicationSessionEnds(AuthenticatedClientSessionModel ending) {
    ClientModel application = ending.getClient();
    if (wantsNotices(application)) {
      LogoutToken token =
          session.tokens().initLogoutToken(application, ending.getUserSession().getUser(), ending);
      new SignOutStore(session).add(application, json(token), Time.currentTimeMillis());
    }
  }

  static boolean wantsNotices(ClientModel client) {
    String url = url(client);
    return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())
        && url != null
        && !url.isBlank();
  }

  /** Absolute: no other is taken, and a job could not complete it. */
  static String url(ClientModel client) {
    return OIDCAdvancedConfigWrapper.fromClientModel(client).getBackchannelLogoutUrl();
  }

  private static String json(LogoutToken token) {
    try {
      return JsonSerialization.writeValueAsString(token);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
