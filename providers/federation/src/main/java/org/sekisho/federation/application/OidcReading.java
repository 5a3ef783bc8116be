package org.sekisho.federation.application;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sekisho.core.Faults;

/** Makes settings of a wish and names every fault. Pure. */
record OidcReading(OidcRequest wish, RelyingPartyUrl urls, Faults faults) {

  private static final int MOST_URIS = 20;
  private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  OidcSettings settings() {
    String type = wish.type() == null ? OidcSettings.SERVER : wish.type();
    boolean isPublic = type.equals(OidcSettings.BROWSER);
    faults.require(
        "openIdConnect.type",
        isPublic || type.equals(OidcSettings.SERVER),
        "must be server or browser");
    boolean pkce = wish.pkce() == null || wish.pkce();
    faults.require("openIdConnect.pkce", pkce || !isPublic, "must be true without a secret");
    faults.require(
        "openIdConnect.clientId",
        wish.clientId() != null && CLIENT_ID.matcher(wish.clientId()).matches(),
        "must be 1 to 64 of letters, digits, and . _ -");
    List<String> redirects = uris("openIdConnect.redirectUris", wish.redirectUris());
    faults.require("openIdConnect.redirectUris", !redirects.isEmpty(), "must not be empty");
    return new OidcSettings(
        wish.clientId(),
        type,
        redirects,
        uris("openIdConnect.postLogoutRedirectUris", wish.postLogoutRedirectUris()),
        backchannel(),
        frontchannel(),
        pkce,
        wish.pushedRequests() != null && wish.pushedRequests(),
        wish.senderConstrained() != null && wish.senderConstrained(),
        wish.groupsClaim() != null && wish.groupsClaim());
  }

  private List<String> uris(String member, List<String> wished) {
    List<String> all = wished == null ? List.of() : wished;
    faults.require(member, all.size() <= MOST_URIS, "must be at most 20 addresses");
    all.forEach(url -> urls.fault(url).ifPresent(fault -> faults.add(member, url + ": " + fault)));
    return all.stream().filter(Objects::nonNull).distinct().sorted().toList();
  }

  private String backchannel() {
    if (wish.backchannelLogoutUrl() == null || wish.backchannelLogoutUrl().isBlank()) {
      return null;
    }
    urls.faultOfServerCall(wish.backchannelLogoutUrl())
        .ifPresent(fault -> faults.add("openIdConnect.backchannelLogoutUrl", fault));
    return wish.backchannelLogoutUrl();
  }

  /** Keycloak tells an application in one way only. */
  private String frontchannel() {
    if (wish.frontchannelLogoutUrl() == null || wish.frontchannelLogoutUrl().isBlank()) {
      return null;
    }
    urls.fault(wish.frontchannelLogoutUrl())
        .ifPresent(fault -> faults.add("openIdConnect.frontchannelLogoutUrl", fault));
    faults.require(
        "openIdConnect.frontchannelLogoutUrl",
        wish.backchannelLogoutUrl() == null || wish.backchannelLogoutUrl().isBlank(),
        "cannot be given together with backchannelLogoutUrl");
    return wish.frontchannelLogoutUrl();
  }
}
