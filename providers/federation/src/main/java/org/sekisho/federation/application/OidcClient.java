package org.sekisho.federation.application;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

/** The settings of an OpenID Connect application in Keycloak's client. */
record OidcClient(ClientModel client) {

  private static final String PKCE = "pkce.code.challenge.method";
  private static final String BACKCHANNEL = "backchannel.logout.url";
  private static final String FRONTCHANNEL = "frontchannel.logout.url";
  private static final String FRONTCHANNEL_SESSION = "frontchannel.logout.session.required";
  private static final String PUSHED = "require.pushed.authorization.requests";
  private static final String DPOP = "dpop.bound.access.tokens";
  private static final String AFTER_LOGOUT = "post.logout.redirect.uris";
  private static final String SEPARATOR = "##";
  private static final String GROUPS_MAPPER = "groups";

  OidcSettings read() {
    return new OidcSettings(
        client.getClientId(),
        client.isPublicClient() ? OidcSettings.BROWSER : OidcSettings.SERVER,
        client.getRedirectUris().stream().sorted().toList(),
        afterLogout(),
        client.getAttribute(BACKCHANNEL),
        client.isFrontchannelLogout() ? client.getAttribute(FRONTCHANNEL) : null,
        "S256".equals(client.getAttribute(PKCE)),
        Boolean.parseBoolean(client.getAttribute(PUSHED)),
        Boolean.parseBoolean(client.getAttribute(DPOP)),
        client.getProtocolMapperByName("openid-connect", GROUPS_MAPPER) != null);
  }

  private List<String> afterLogout() {
    String uris = client.getAttribute(AFTER_LOGOUT);
    return uris == null || uris.isBlank()
        ? List.of()
        : Arrays.stream(uris.split(SEPARATOR, -1)).sorted().toList();
  }

  void write(OidcSettings settings) {
    client.setPublicClient(settings.isPublic());
    client.setRedirectUris(new HashSet<>(settings.redirectUris()));
    client.setWebOrigins(settings.isPublic() ? origins(settings.redirectUris()) : Set.of());
    set(
        AFTER_LOGOUT,
        settings.postLogoutRedirectUris().isEmpty()
            ? null
            : String.join(SEPARATOR, settings.postLogoutRedirectUris()));
    set(BACKCHANNEL, settings.backchannelLogoutUrl());
    client.setFrontchannelLogout(settings.frontchannelLogoutUrl() != null);
    set(FRONTCHANNEL, settings.frontchannelLogoutUrl());
    set(FRONTCHANNEL_SESSION, settings.frontchannelLogoutUrl() == null ? null : "true");
    set(PUSHED, settings.pushedRequests() ? "true" : null);
    set(DPOP, settings.senderConstrained() ? "true" : null);
    set(PKCE, settings.pkce() ? "S256" : null);
    ProtocolMapperModel groups = client.getProtocolMapperByName("openid-connect", GROUPS_MAPPER);
    if (groups != null) {
      client.removeProtocolMapper(groups);
    }
    if (settings.groupsClaim()) {
      client.addProtocolMapper(groupsMapper());
    }
  }

  private static Set<String> origins(List<String> redirectUris) {
    return redirectUris.stream()
        .map(URI::create)
        .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
        .collect(Collectors.toSet());
  }

  private static ProtocolMapperModel groupsMapper() {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setName(GROUPS_MAPPER);
    mapper.setProtocol("openid-connect");
    mapper.setProtocolMapper("oidc-group-membership-mapper");
    mapper.setConfig(
        Map.of(
            "claim.name", GROUPS_MAPPER,
            "full.path", "false",
            "id.token.claim", "true",
            "access.token.claim", "false",
            "userinfo.token.claim", "true"));
    return mapper;
  }

  private void set(String attribute, String value) {
    if (value == null) {
      client.removeAttribute(attribute);
    } else {
      client.setAttribute(attribute, value);
    }
  }
}
