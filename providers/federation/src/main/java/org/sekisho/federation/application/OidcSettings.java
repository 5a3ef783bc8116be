package org.sekisho.federation.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * An OpenID Connect application as it is.
 *
 * @param type {@code server}, which has a secret, or {@code browser}, which can keep none
 * @param pkce whether a proof key (RFC 7636, S256) is demanded
 */
record OidcSettings(
    String clientId,
    String type,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    String backchannelLogoutUrl,
    boolean pkce,
    boolean groupsClaim) {

  static final String SERVER = "server";
  static final String BROWSER = "browser";

  @JsonIgnore
  boolean isPublic() {
    return BROWSER.equals(type);
  }
}
