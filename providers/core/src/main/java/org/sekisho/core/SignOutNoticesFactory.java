package org.sekisho.core;

import org.keycloak.provider.ProviderFactory;

/** Makes {@link SignOutNotices}. */
public interface SignOutNoticesFactory extends ProviderFactory<SignOutNotices> {}
