package org.sekisho.core;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.provider.Provider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the tenant's login policies say, for the parts of Sekisho that ask or admit somebody. */
public interface LoginRules extends Provider {

  /** Whether the factor may be proven next in the sign-in under way. */
  boolean asks(UserModel user, Factor factor);

  /**
   * Whether the sign-in under way is to prove an enrolled device, before it is known who signs in.
   * For an ID that does not exist the answer is the one that some user would get, always the same.
   *
   * @param typed the user ID as typed; not looked at where the user is known
   */
  DeviceQuestion asksDevice(AuthenticationSessionModel signIn, String typed);

  /** What a session has proven and still counts: a device that was revoked does not. */
  ProvenFactors proven(UserSessionModel userSession);

  /** How the certificate of a device is asked for. */
  enum DeviceQuestion {
    NOT_ASKED,
    /** It counts where it is there; other factors do as well. */
    WELCOME,
    /** Nobody gets in without it. */
    REQUIRED
  }

  /** Whether the factor is of use to the user, from whichever address. */
  boolean uses(UserModel user, Factor factor);

  /**
   * Names of the login policies that a factor can be proven for, in their order: of the rules in
   * force, and of those that come back where a change is not confirmed.
   */
  List<String> policiesUsing(RealmModel tenant, Factor factor);

  /**
   * Puts the provider's baseline in force and decides a change that waits for its confirmation. The
   * caller holds the tenant's lock and has read the tenant since.
   *
   * @param by user ID of the person
   */
  void returnToBaseline(RealmModel tenant, String by);

  /**
   * Whether a session may be used now, from the address of the present request.
   *
   * @param application client identifier of the application that is used
   */
  boolean admits(UserSessionModel userSession, String application);

  /**
   * The credential type under which a step of the sign-in is among those to choose from: its own
   * where the policy asks for the factor, else one that no credential has. Keycloak lists the steps
   * by the user's credentials in their order, and gives up all of them where the first is not to be
   * used ({@code DefaultAuthenticationFlow}, 26.7).
   */
  static String offeredType(KeycloakSession session, Factor factor, String type) {
    AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
    UserModel user = authSession == null ? null : authSession.getAuthenticatedUser();
    boolean asked = user == null || session.getProvider(LoginRules.class).asks(user, factor);
    return asked ? type : "sekisho-not-asked";
  }

  @Override
  default void close() {}
}
