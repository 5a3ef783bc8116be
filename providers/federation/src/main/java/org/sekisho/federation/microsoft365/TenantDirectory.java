package org.sekisho.federation.microsoft365;

import java.util.Optional;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.vault.VaultStringSecret;

/** Opens the directory of a tenant with the rights that it, or the provider, has. */
final class TenantDirectory {

  /** The vault's entry with the secret of the tenant's own application; each realm has its own. */
  private static final String VAULT_ENTRY = "${vault.microsoft365-client-secret}";

  private final GraphConfig config;

  TenantDirectory(GraphConfig config) {
    this.config = config;
  }

  /** Empty where the tenant has told no directory: then all goes by scripts. */
  Optional<DirectoryTarget> open(KeycloakSession session, RealmModel realm, DirectoryEntity row) {
    if (row == null || row.directoryId == null) {
      return Optional.empty();
    }
    GraphHttp http =
        new GraphHttp(
            session.getProvider(HttpClientProvider.class).getHttpClient(),
            config,
            GraphHttp.Pauses::real);
    return Optional.of(new GraphDirectory(http, config, credentials(session, realm, row)));
  }

  private GraphCredentials credentials(
      KeycloakSession session, RealmModel realm, DirectoryEntity row) {
    if (row.clientId != null) {
      return new GraphCredentials(row.directoryId, row.clientId, ownSecret(session, realm));
    }
    return new GraphCredentials(
        row.directoryId,
        config.clientId().orElseThrow(TenantDirectory::missing),
        config.clientSecret().orElseThrow(TenantDirectory::missing));
  }

  private static String ownSecret(KeycloakSession session, RealmModel realm) {
    // The vault looks into the part of the realm that the context names.
    session.getContext().setRealm(realm);
    try (VaultStringSecret secret = session.vault().getStringSecret(VAULT_ENTRY)) {
      return secret.get().filter(found -> !found.isBlank()).orElseThrow(TenantDirectory::missing);
    }
  }

  private static DirectoryException missing() {
    return new DirectoryException(
        DirectoryException.Kind.NOT_AUTHENTICATED, "", 0, "no credentials are configured");
  }
}
