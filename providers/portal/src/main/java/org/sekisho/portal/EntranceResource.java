package org.sekisho.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resources.RealmsResource;
import org.sekisho.core.LoginRules;
import org.sekisho.core.Tenant;

/**
 * The address for bookmarks, mails and the entry page: signs in and leads on to the portal, or to
 * the page that says why not. Below it is what the portal's pages read.
 */
public final class EntranceResource implements RealmResourceProvider {

  private static final String CLIENT_ID = "main-menu";
  private static final String MENU_PATH = "menu";
  private static final int LONGEST_PARAMETER = 255;

  private final KeycloakSession session;
  private final RealmModel realm;

  EntranceResource(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  @GET
  @Path(MENU_PATH)
  public Response menu(
      @QueryParam(OIDCLoginProtocol.LOGIN_HINT_PARAM) String userId,
      @QueryParam(OIDCLoginProtocol.UI_LOCALES_PARAM) String languages) {
    ClientModel client = realm.getClientByClientId(CLIENT_ID);
    if (!Tenant.is(realm) || client == null) {
      throw new NotFoundException();
    }
    session.getContext().setClient(client);
    AuthResult signedIn = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
    boolean enters = signedIn != null && mayEnter(signedIn);
    return Response.seeOther(enters ? portal() : signIn(userId, languages)).build();
  }

  /** What the portal's pages read and change about the user. */
  @Path("portal")
  public PortalResource portalResource() {
    if (!Tenant.is(realm)) {
      throw new NotFoundException();
    }
    return new PortalResource(session);
  }

  /** The same rules as at the gate: who is not admitted has to sign in, or is told why not. */
  private boolean mayEnter(AuthResult signedIn) {
    return session.getProvider(LoginRules.class).admits(signedIn.session(), CLIENT_ID);
  }

  /** Nothing is asked back but the return itself ({@code response_type=none}): the cookie tells. */
  private URI signIn(String userId, String languages) {
    UriBuilder request =
        OIDCLoginProtocolService.tokenServiceBaseUrl(session.getContext().getUri())
            .path(OIDCLoginProtocolService.class, "auth")
            .queryParam("client_id", CLIENT_ID)
            .queryParam("response_type", "none")
            .queryParam("scope", "openid")
            // Public clients must send one. Nobody has its verifier, and no code is asked for.
            .queryParam("code_challenge", SecretGenerator.getInstance().randomString(43))
            .queryParam("code_challenge_method", "S256")
            .queryParam("redirect_uri", below(EntranceResourceFactory.ID, MENU_PATH));
    Map<String, Object> values = new HashMap<>(Map.of("realm", realm.getName()));
    passOn(request, values, OIDCLoginProtocol.LOGIN_HINT_PARAM, userId);
    passOn(request, values, OIDCLoginProtocol.UI_LOCALES_PARAM, languages);
    return request.buildFromMap(values);
  }

  /** What the entry page knows already; as a template value, so that it cannot add parameters. */
  private static void passOn(
      UriBuilder request, Map<String, Object> values, String name, String value) {
    if (value != null && value.length() <= LONGEST_PARAMETER) {
      request.queryParam(name, "{" + name + "}");
      values.put(name, value);
    }
  }

  private URI portal() {
    return below(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID, "/");
  }

  private URI below(String first, String second) {
    return RealmsResource.realmBaseUrl(session.getContext().getUri())
        .path(first)
        .path(second)
        .build(realm.getName());
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public void close() {}
}
