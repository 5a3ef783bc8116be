package org.sekisho.federation.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.ClientModel;
import org.sekisho.core.ApplicationAccess;

/**
 * An application as it is: what a change is made to, and what records tell. It holds no secret.
 *
 * @param groups identifiers
 */
record ApplicationState(
    String id,
    String clientId,
    String catalogue,
    String protocol,
    Map<String, String> name,
    String startUrl,
    boolean enabled,
    boolean everybody,
    List<String> groups,
    SamlSettings saml,
    OidcSettings openIdConnect) {

  /** Client attribute that names the entry of the catalogue; what has none is no application. */
  static final String CATALOGUE_ATTRIBUTE = "sekisho.application";

  static final String NAME_ATTRIBUTE = "sekisho.name.";
  static final List<String> LANGUAGES = List.of("ja", "en");

  static ApplicationState of(ClientModel client) {
    boolean saml = CatalogueEntry.SAML.equals(client.getProtocol());
    Optional<List<String>> groups =
        ApplicationAccess.assignedTo(client).map(ids -> List.copyOf(new TreeSet<>(ids)));
    return new ApplicationState(
        client.getId(),
        client.getClientId(),
        client.getAttribute(CATALOGUE_ATTRIBUTE),
        client.getProtocol(),
        names(client),
        client.getBaseUrl(),
        client.isEnabled(),
        groups.isEmpty(),
        groups.orElse(List.of()),
        saml ? new SamlClientReader(client).read() : null,
        saml ? null : new OidcClient(client).read());
  }

  private static Map<String, String> names(ClientModel client) {
    Map<String, String> names = new TreeMap<>();
    String own = client.getName() == null ? client.getClientId() : client.getName();
    for (String language : LANGUAGES) {
      String name = client.getAttribute(NAME_ATTRIBUTE + language);
      names.put(language, name == null ? own : name);
    }
    return names;
  }
}
