package org.sekisho.loginpolicy.rules;

import java.util.List;
import org.keycloak.models.KeycloakSessionFactory;
import org.sekisho.core.OwnTables;

/** The rules of who gets in. */
public final class AccessRulesTables extends OwnTables {

  public AccessRulesTables() {
    super(
        "access-rules",
        "META-INF/sekisho-login-policy-changelog.xml",
        List.of(AccessRulesEntity.class));
  }

  @Override
  protected void opened(KeycloakSessionFactory factory) {
    factory.register(GroupsInUse::guard);
  }
}
