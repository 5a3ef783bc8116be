package org.sekisho.tenant.domain;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the resolver {@code jndi}; one serves the whole node. */
public final class JndiDnsResolverFactory implements DnsResolverFactory {

  private volatile DnsResolver resolver;

  @Override
  public DnsResolver create(KeycloakSession session) {
    return resolver;
  }

  @Override
  public void init(Config.Scope config) {
    resolver = new JndiDnsResolver(JndiDnsConfig.of(config));
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return "jndi";
  }
}
