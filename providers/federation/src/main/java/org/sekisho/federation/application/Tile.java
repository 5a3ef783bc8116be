package org.sekisho.federation.application;

import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Faults;

/**
 * How an application appears in the main menu, as a caller wishes it.
 *
 * @param name by language; null where nothing was said
 * @param startUrl null where nothing was said, an empty text to have no address
 */
record Tile(Map<String, String> name, String startUrl) {

  private static final int LONGEST_NAME = 60;

  static Tile read(ApplicationRequest wish, RelyingPartyUrl urls, Faults faults) {
    Map<String, String> names = null;
    if (wish.name() != null) {
      names = new TreeMap<>();
      for (String language : ApplicationState.LANGUAGES) {
        String name = wish.name().get(language);
        faults.checkLine("name." + language, name, LONGEST_NAME);
        names.put(language, name == null ? "" : name.strip());
      }
    }
    if (wish.startUrl() != null && !wish.startUrl().isEmpty()) {
      urls.fault(wish.startUrl()).ifPresent(fault -> faults.add("startUrl", fault));
    }
    return new Tile(names, wish.startUrl());
  }

  /**
   * Writes it; to be called after the settings.
   *
   * @param settings of a SAML application, else null
   */
  void applyTo(ClientModel client, RealmModel realm, SamlSettings settings) {
    if (name != null) {
      client.setName(name.get("ja"));
      name.forEach(
          (language, text) ->
              client.setAttribute(ApplicationState.NAME_ATTRIBUTE + language, text));
    }
    String explicit = startUrl == null ? keptAddress(client) : startUrl;
    client.setBaseUrl(
        explicit.isEmpty() && settings != null && settings.idpInitiated() != null
            ? "/realms/" + realm.getName() + "/protocol/saml/clients/" + settings.idpInitiated()
            : explicit.isEmpty() ? null : explicit);
  }

  /** What somebody has entered, not what was made of the name of a sign-in that begins here. */
  private static String keptAddress(ClientModel client) {
    String before = client.getBaseUrl();
    return before == null || before.startsWith("/realms/") ? "" : before;
  }
}
