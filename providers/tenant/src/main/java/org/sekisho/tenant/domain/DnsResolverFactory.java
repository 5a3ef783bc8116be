package org.sekisho.tenant.domain;

import org.keycloak.provider.ProviderFactory;

/** Makes one kind of {@link DnsResolver}. */
public interface DnsResolverFactory extends ProviderFactory<DnsResolver> {}
