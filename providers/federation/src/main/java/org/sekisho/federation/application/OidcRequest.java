package org.sekisho.federation.application;

import java.util.List;

/** An OpenID Connect application as an administrator wishes it. */
record OidcRequest(
    String clientId,
    String type,
    List<String> redirectUris,
    List<String> postLogoutRedirectUris,
    String backchannelLogoutUrl,
    String frontchannelLogoutUrl,
    Boolean pkce,
    Boolean pushedRequests,
    Boolean senderConstrained,
    Boolean groupsClaim) {

  static final OidcRequest EMPTY =
      new OidcRequest(null, null, null, null, null, null, null, null, null, null);

  /** With what cannot be changed, where it is not said again. */
  OidcRequest named(ApplicationState before) {
    boolean known = before.openIdConnect() != null;
    return new OidcRequest(
        clientId == null ? before.clientId() : clientId,
        type == null && known ? before.openIdConnect().type() : type,
        redirectUris,
        postLogoutRedirectUris,
        backchannelLogoutUrl,
        frontchannelLogoutUrl,
        pkce,
        pushedRequests,
        senderConstrained,
        groupsClaim);
  }
}
