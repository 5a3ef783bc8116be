package org.sekisho.mainmenu;

import java.util.Comparator;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.util.ResolveRelative;

/**
 * One tile of the main menu. A bean and not a record, and public, because the page's template reads
 * it: FreeMarker takes a record's accessors for methods.
 */
public final class ApplicationTile {

  private static final String ICON_ATTRIBUTE = "sekisho.icon";

  private final String name;
  private final String description;
  private final String url;
  private final String icon;

  private ApplicationTile(KeycloakSession session, ClientModel client) {
    this.name = client.getName() == null ? client.getClientId() : client.getName();
    this.description = client.getDescription() == null ? "" : client.getDescription();
    this.url =
        ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
    this.icon = client.getAttribute(ICON_ATTRIBUTE);
  }

  /** The tenant's applications that have somewhere to go. */
  static List<ApplicationTile> of(KeycloakSession session, RealmModel realm) {
    return realm
        .getClientsStream()
        .filter(client -> client.isEnabled() && client.getAttribute(ICON_ATTRIBUTE) != null)
        .filter(client -> client.getBaseUrl() != null && !client.getBaseUrl().isBlank())
        .map(client -> new ApplicationTile(session, client))
        .sorted(Comparator.comparing(ApplicationTile::getName))
        .toList();
  }

  public String getName() {
    return name;
  }

  public String getDescription() {
    return description;
  }

  public String getUrl() {
    return url;
  }

  public String getIcon() {
    return icon;
  }
}
