package org.sekisho.core;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link LoginRules}. */
public interface LoginRulesFactory extends ProviderFactory<LoginRules> {}
