package org.sekisho.core;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link SignInHistory}. */
public interface SignInHistoryFactory extends ProviderFactory<SignInHistory> {}
