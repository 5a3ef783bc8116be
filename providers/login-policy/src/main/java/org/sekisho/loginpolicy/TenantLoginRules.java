package org.sekisho.loginpolicy;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules;
import org.sekisho.core.LoginRulesFactory;
import org.sekisho.core.ProvenFactors;
import org.sekisho.core.Tenant;
import org.sekisho.loginpolicy.decision.Decision;
import org.sekisho.loginpolicy.decision.LoginPolicy;
import org.sekisho.loginpolicy.rules.AccessChanges;
import org.sekisho.loginpolicy.rules.AccessRulesStore;

/** Answers what other parts of Sekisho ask about the tenant's login policies. */
final class TenantLoginRules implements LoginRules {

  private final KeycloakSession session;

  private TenantLoginRules(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public boolean asks(UserModel user, Factor factor) {
    AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
    RealmModel realm = session.getContext().getRealm();
    if (authSession == null || !Tenant.is(realm)) {
      return true;
    }
    ProvenFactors proven =
        CompletedSteps.provenIn(realm, authSession, Time.currentTimeMillis() / 1000);
    Decision decision =
        new Door(session, realm).judge(user, proven, authSession.getClient().getClientId());
    return CredentialChange.withTwoFactors(decision, authSession, user, proven)
        .next()
        .contains(factor);
  }

  @Override
  public DeviceQuestion asksDevice(AuthenticationSessionModel signIn, String typed) {
    return new DeviceQuestions(session, session.getContext().getRealm()).of(signIn, typed);
  }

  @Override
  public boolean uses(UserModel user, Factor factor) {
    AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
    return new Door(session, session.getContext().getRealm())
        .policyOf(user, authSession.getClient().getClientId())
        .filter(policy -> policy.trusted().uses(factor) || policy.others().uses(factor))
        .isPresent();
  }

  @Override
  public ProvenFactors proven(UserSessionModel userSession) {
    return SessionFactors.of(session, userSession);
  }

  @Override
  public List<String> policiesUsing(RealmModel tenant, Factor factor) {
    return new AccessRulesStore(session)
        .standing(tenant, Time.currentTimeMillis())
        .filter(policy -> policy.trusted().uses(factor) || policy.others().uses(factor))
        .map(LoginPolicy::name)
        .distinct()
        .toList();
  }

  @Override
  public void returnToBaseline(RealmModel tenant, String by) {
    new AccessChanges(session, tenant, Time.currentTimeMillis()).returnToBaseline(by);
  }

  @Override
  public boolean admits(UserSessionModel userSession, String application) {
    return new Door(session, userSession.getRealm())
        .judge(userSession.getUser(), SessionFactors.of(session, userSession), application)
        .isAllowed();
  }

  /** Registers the answers. */
  public static final class Factory implements LoginRulesFactory {

    @Override
    public LoginRules create(KeycloakSession session) {
      return new TenantLoginRules(session);
    }

    @Override
    public String getId() {
      return "sekisho";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
  }
}
