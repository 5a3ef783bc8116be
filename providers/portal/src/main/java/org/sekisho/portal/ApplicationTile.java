package org.sekisho.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.ResolveRelative;
import org.sekisho.core.ApplicationAccess;

/**
 * One tile of the portal's main menu.
 *
 * @param id client identifier of the application
 * @param names by language, where the application has names in languages
 * @param icon one of {@code mail}, {@code microsoft-365} and {@code application}
 */
record ApplicationTile(
    String id,
    String name,
    Map<String, String> names,
    String description,
    String url,
    String icon) {

  private static final String ICON_ATTRIBUTE = "sekisho.icon";

  private static final List<String> LANGUAGES = List.of("ja", "en");

  /** Followed by the language. */
  private static final String NAME_ATTRIBUTE = "sekisho.name.";

  private static final String ANY_APPLICATION = "application";
  private static final Set<String> ICONS = Set.of("mail", "microsoft-365", ANY_APPLICATION);

  /** The applications that have somewhere to go and that are assigned to the user. */
  static List<ApplicationTile> of(KeycloakSession session, RealmModel realm, UserModel user) {
    Set<String> groups = ApplicationAccess.groupsOf(user);
    return realm
        .getClientsStream()
        .filter(client -> client.isEnabled() && client.getAttribute(ICON_ATTRIBUTE) != null)
        .filter(client -> client.getBaseUrl() != null && !client.getBaseUrl().isBlank())
        .filter(client -> ApplicationAccess.admits(client, groups))
        .map(client -> of(session, client))
        .sorted(Comparator.comparing(ApplicationTile::name))
        .toList();
  }

  private static ApplicationTile of(KeycloakSession session, ClientModel client) {
    String icon = client.getAttribute(ICON_ATTRIBUTE);
    return new ApplicationTile(
        client.getClientId(),
        client.getName() == null ? client.getClientId() : client.getName(),
        namesOf(client),
        client.getDescription() == null ? "" : client.getDescription(),
        ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl()),
        ICONS.contains(icon) ? icon : ANY_APPLICATION);
  }

  private static Map<String, String> namesOf(ClientModel client) {
    Map<String, String> names = new TreeMap<>();
    for (String language : LANGUAGES) {
      String name = client.getAttribute(NAME_ATTRIBUTE + language);
      if (name != null && !name.isBlank()) {
        names.put(language, name);
      }
    }
    return names;
  }
}
