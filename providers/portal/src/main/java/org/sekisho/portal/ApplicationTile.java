package org.sekisho.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.ResolveRelative;

/**
 * One tile of the portal's main menu.
 *
 * @param id client identifier of the application
 * @param icon one of {@code mail}, {@code microsoft-365} and {@code application}
 */
record ApplicationTile(String id, String name, String description, String url, String icon) {

  private static final String ICON_ATTRIBUTE = "sekisho.icon";
  private static final String ANY_APPLICATION = "application";
  private static final Set<String> ICONS = Set.of("mail", "microsoft-365", ANY_APPLICATION);

  /** The tenant's applications that have somewhere to go. */
  static List<ApplicationTile> of(KeycloakSession session, RealmModel realm) {
    return realm
        .getClientsStream()
        .filter(client -> client.isEnabled() && client.getAttribute(ICON_ATTRIBUTE) != null)
        .filter(client -> client.getBaseUrl() != null && !client.getBaseUrl().isBlank())
        .map(client -> of(session, client))
        .sorted(Comparator.comparing(ApplicationTile::name))
        .toList();
  }

  private static ApplicationTile of(KeycloakSession session, ClientModel client) {
    String icon = client.getAttribute(ICON_ATTRIBUTE);
    return new ApplicationTile(
        client.getClientId(),
        client.getName() == null ? client.getClientId() : client.getName(),
        client.getDescription() == null ? "" : client.getDescription(),
        ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl()),
        ICONS.contains(icon) ? icon : ANY_APPLICATION);
  }
}
