package org.sekisho.federation.signout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.keycloak.common.util.Time;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.LogoutToken;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;
import org.keycloak.util.JsonSerialization;
import org.keycloak.util.TokenUtil;
import org.sekisho.core.ApplicationAccess;
import org.sekisho.core.SignOutNotices;

/** Writes down whom to tell; {@link SignOutTelling} tells. */
public final class SignOutOutbox implements SignOutNotices {

  /** Keycloak's word for no limit. */
  private static final int ALL = -1;

  private static final int BATCH = 200;

  private final KeycloakSession session;

  public SignOutOutbox(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void sessionEnds(UserSessionModel ending) {
    ending.getAuthenticatedClientSessions().values().forEach(this::applicationSessionEnds);
  }

  @Override
  public void userIsShutOut(RealmModel tenant, UserModel user) {
    Set<String> groups = ApplicationAccess.groupsOf(user);
    told(tenant).stream()
        .filter(application -> ApplicationAccess.admits(application, groups))
        .filter(SignOutOutbox::knowsUsersByTheirIds)
        .forEach(application -> add(application, allSessionsOf(user, application)));
  }

  /** Without {@code sid}: everything of the user is meant (Back-Channel Logout 1.0 §2.4). */
  private LogoutToken allSessionsOf(UserModel user, ClientModel application) {
    LogoutToken token = new LogoutToken();
    token.issuer(
        RealmsResource.realmBaseUrl(session.getContext().getUri(UrlType.FRONTEND))
            .build(application.getRealm().getName())
            .toString());
    token.subject(user.getId());
    token.addAudience(application.getClientId());
    token.putEvents(TokenUtil.TOKEN_BACKCHANNEL_LOGOUT_EVENT, JsonSerialization.createObjectNode());
    return token;
  }

  private static boolean knowsUsersByTheirIds(ClientModel application) {
    return application
        .getProtocolMappersStream()
        .noneMatch(mapper -> mapper.getProtocolMapper().endsWith("pairwise-sub-mapper"));
  }

  @Override
  public void allSessionsEnd(RealmModel tenant) {
    told(tenant).forEach(application -> allSessionsEnd(tenant, application));
  }

  private List<ClientModel> told(RealmModel tenant) {
    return session.clients().getClientsStream(tenant).filter(SignOutOutbox::wantsNotices).toList();
  }

  private void allSessionsEnd(RealmModel tenant, ClientModel application) {
    SignOutStore store = new SignOutStore(session);
    long now = Time.currentTimeMillis();
    SignOutStore.Turn turn = store.turn(application, now);
    List<SignOutNoticeEntity> added = new ArrayList<>();
    session
        .sessions()
        .readOnlyStreamUserSessions(tenant, application, ALL, ALL)
        .map(open -> open.getAuthenticatedClientSessionByClient(application.getId()))
        .filter(Objects::nonNull)
        .forEach(
            open -> {
              added.add(store.add(application, json(token(open)), turn, now));
              if (added.size() == BATCH) {
                store.flush(added);
                added.clear();
              }
            });
  }

  /** What is open at one application ends; nothing happens where it asks for no notices. */
  public void applicationSessionEnds(AuthenticatedClientSessionModel ending) {
    if (wantsNotices(ending.getClient())) {
      add(ending.getClient(), token(ending));
    }
  }

  private LogoutToken token(AuthenticatedClientSessionModel ending) {
    return session
        .tokens()
        .initLogoutToken(ending.getClient(), ending.getUserSession().getUser(), ending);
  }

  private void add(ClientModel application, LogoutToken token) {
    SignOutStore store = new SignOutStore(session);
    long now = Time.currentTimeMillis();
    store.add(application, json(token), store.turn(application, now), now);
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
