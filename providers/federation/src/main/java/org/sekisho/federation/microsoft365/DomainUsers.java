package org.sekisho.federation.microsoft365;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.federation.ImmutableId;

/** The tenant's users of a domain. */
final class DomainUsers {

  private final KeycloakSession session;
  private final RealmModel realm;

  DomainUsers(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** In the order of their user IDs; disabled ones as well. */
  List<TenantUser> of(String domain) {
    String end = "@" + domain;
    Map<String, String> search =
        Map.of(
            UserModel.USERNAME, end,
            UserModel.EXACT, "false",
            UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
    return session
        .users()
        .searchForUserStream(realm, search)
        .filter(user -> user.getUsername().endsWith(end))
        .map(DomainUsers::user)
        .sorted((a, b) -> a.userId().compareTo(b.userId()))
        .toList();
  }

  private static TenantUser user(UserModel user) {
    return new TenantUser(
        user.getId(),
        user.getUsername(),
        user.getFirstAttribute(ImmutableId.ATTRIBUTE),
        user.isEnabled());
  }

  /** Another one as soon as a user comes, goes, is renamed, disabled or linked to another ID. */
  String fingerprint(String domain) {
    return fingerprint(of(domain));
  }

  static String fingerprint(List<TenantUser> users) {
    return sha256(
        users.stream()
            .map(user -> user.userId() + "\t" + user.immutableId() + "\t" + user.enabled())
            .collect(Collectors.joining("\n")));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
