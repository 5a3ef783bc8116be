package org.sekisho.core;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link TenantSection}; its identifier is the part's name in the address. */
public interface TenantSectionFactory extends ProviderFactory<TenantSection> {}
