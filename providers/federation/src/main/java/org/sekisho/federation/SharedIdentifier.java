package org.sekisho.federation;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * Whether the value by which an application knows a person belongs to others too. Two users may
 * have one mail address; where that is the NameID, each would be the other at the application.
 */
public final class SharedIdentifier {

  private static final String MAPPER = "saml-user-attribute-nameid-mapper";

  private SharedIdentifier() {}

  /**
   * The attribute of the user that the NameID is made of.
   *
   * @param format of the NameID that is sent, as URI
   * @return empty where Keycloak makes the value itself, or takes the user ID, which is unique
   */
  static Optional<String> attribute(ClientModel client, String format) {
    Optional<String> mapped =
        client
            .getProtocolMappersStream()
            .filter(mapper -> MAPPER.equals(mapper.getProtocolMapper()))
            .filter(mapper -> format.equals(mapper.getConfig().get("mapper.nameid.format")))
            .map(mapper -> mapper.getConfig().get("user.attribute"))
            .findFirst();
    boolean mail = JBossSAMLURIConstants.NAMEID_FORMAT_EMAIL.get().equals(format);
    return mapped
        .or(() -> mail ? Optional.of(UserModel.EMAIL) : Optional.empty())
        .filter(attribute -> !UserModel.USERNAME.equals(attribute));
  }

  /** Whether another user of the tenant, enabled or not, has the same value. */
  public static boolean isShared(
      KeycloakSession session, RealmModel realm, UserModel user, String attribute) {
    String value = user.getFirstAttribute(attribute);
    return value != null
        && holders(session, realm, attribute, value)
            .anyMatch(holder -> !holder.getId().equals(user.getId()));
  }

  private static Stream<UserModel> holders(
      KeycloakSession session, RealmModel realm, String attribute, String value) {
    if (!UserModel.EMAIL.equals(attribute)) {
      return session.users().searchForUserByUserAttributeStream(realm, attribute, value).limit(2);
    }
    Map<String, String> search = Map.of(UserModel.EMAIL, value, UserModel.EXACT, "true");
    return session.users().searchForUserStream(realm, search, 0, 2);
  }
}
