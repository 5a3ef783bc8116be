package org.sekisho.loginpolicy.session;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Registers the executor that every tenant's client profile names. */
public final class LoginRulesExecutorFactory implements ClientPolicyExecutorProviderFactory {

  static final String ID = "sekisho-login-rules";

  @Override
  public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
    return new LoginRulesExecutor(session);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "Applies the tenant's login policies wherever a token is used.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
