package org.sekisho.federation.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * An OpenID Connect application as it is.
 *
 * @param type {@code server}, which has a secret, or {@code browser}, which can keep none
 * @param frontchannelLogoutUrl told in the browser; null where the server is told, or nobody
 * @param pkce whether a proof key (RFC 7636, S256) is demanded
 * @param pushedRequests whether requests must be pushed (RFC 9126)
 * @param senderConstrained whether tokens must be bound to a key (DPoP, RFC 9449)
 */
record OidcSettings(
    String clientId,
    String type,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    String backchannelLogoutUrl,
    String frontchannelLogoutUrl,
    boolean pkce,
    boolean pushedRequests,
    boolean senderConstrained,
    boolean groupsClaim) {

  static final String SERVER = "server";
  static final String BROWSER = "browser";

  @JsonIgnore
  boolean isPublic() {
    return BROWSER.equals(type);
  }
}
