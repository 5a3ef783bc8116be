package org.sekisho.standins.microsoft365;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.standins.web.Json;

/** The user resource of Microsoft Graph, with the properties that sign-in needs. */
final class UserJson {
  private static final Pattern PRINCIPAL_NAME =
      Pattern.compile("[A-Za-z0-9'.\\-_!#^~]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern FORBIDDEN_IN_ID = Pattern.compile("[$_]");

  private UserJson() {}

  static DirectoryUser read(String id, ObjectNode json) {
    if (!json.path("accountEnabled").isBoolean()) {
      throw missing("accountEnabled");
    }
    if (Json.text(json.path("passwordProfile"), "password").isEmpty()) {
      throw missing("passwordProfile");
    }
    return new DirectoryUser(
        id,
        json.get("accountEnabled").booleanValue(),
        required(json, "displayName"),
        required(json, "mailNickname"),
        principalName(json),
        immutableId(json));
  }

  private static String principalName(ObjectNode json) {
    String name = required(json, "userPrincipalName");
    if (!PRINCIPAL_NAME.matcher(name).matches()) {
      throw GraphProblem.badRequest("Property userPrincipalName is invalid.");
    }
    return name;
  }

  private static Optional<String> immutableId(ObjectNode json) {
    Optional<String> immutableId = Json.text(json, "onPremisesImmutableId");
    if (immutableId.filter(text -> FORBIDDEN_IN_ID.matcher(text).find()).isPresent()) {
      throw GraphProblem.badRequest("onPremisesImmutableId must not hold $ or _.");
    }
    return immutableId;
  }

  private static String required(ObjectNode json, String property) {
    return Json.text(json, property).orElseThrow(() -> missing(property));
  }

  private static RuntimeException missing(String property) {
    return GraphProblem.badRequest("A value is required for property " + property + ".");
  }

  /** The immutable ID is shown only to those who select it. */
  static ObjectNode write(DirectoryUser user, boolean withImmutableId) {
    ObjectNode json = Json.newObject();
    json.put("id", user.id());
    json.put("accountEnabled", user.accountEnabled());
    json.put("displayName", user.displayName());
    json.put("mailNickname", user.mailNickname());
    json.put("userPrincipalName", user.userPrincipalName());
    if (withImmutableId) {
      json.put("onPremisesImmutableId", user.onPremisesImmutableId().orElse(null));
    }
    return json;
  }
}
