package org.sekisho.federation.microsoft365;

import java.util.LinkedHashMap;
import java.util.Map;

/** The access token of one action, by the grant of client credentials (RFC 6749 §4.4). */
final class GraphToken {

  private final GraphHttp http;
  private final GraphConfig config;
  private final GraphCredentials credentials;
  private String token;

  GraphToken(GraphHttp http, GraphConfig config, GraphCredentials credentials) {
    this.http = http;
    this.config = config;
    this.credentials = credentials;
  }

  /** The same for the whole action: an action is shorter than a token's life of an hour. */
  String value() {
    if (token == null) {
      token = fetch();
    }
    return token;
  }

  private String fetch() {
    String url = config.loginUrl() + "/" + credentials.directoryId() + "/oauth2/v2.0/token";
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", credentials.clientId());
    form.put("client_secret", credentials.clientSecret());
    form.put("scope", config.graphUrl().resolve("/").toString() + ".default");
    try {
      GraphAnswer answer = http.send("token", true, on -> on.doPost(url).params(form));
      String fetched = answer.body().path("access_token").asText();
      if (fetched.isEmpty()) {
        throw DirectoryException.unavailable("token: no token in the answer");
      }
      return fetched;
    } catch (DirectoryException refused) {
      if (refused.kind() == DirectoryException.Kind.REFUSED
          || refused.kind() == DirectoryException.Kind.NOT_FOUND) {
        throw new DirectoryException(
            DirectoryException.Kind.NOT_AUTHENTICATED, refused.code(), 0, refused.getMessage());
      }
      throw refused;
    }
  }
}
