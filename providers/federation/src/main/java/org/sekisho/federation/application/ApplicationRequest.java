package org.sekisho.federation.application;

import java.util.List;
import java.util.Map;

/**
 * An application as an administrator wishes it. In a change, what is left out stays.
 *
 * @param catalogue entry of the catalogue; only when it is added
 * @param name by language, {@code ja} and {@code en}
 * @param startUrl where the tile leads; an empty text takes it away
 * @param everybody whether all users of the tenant may use it, in groups or not
 * @param groups paths of the groups whose members may use it
 * @param reason in the administrator's own words
 */
record ApplicationRequest(
    String catalogue,
    Map<String, String> name,
    String startUrl,
    Boolean everybody,
    List<String> groups,
    SamlRequest saml,
    OidcRequest openIdConnect,
    String reason) {}
