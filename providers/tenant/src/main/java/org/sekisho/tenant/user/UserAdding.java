package org.sekisho.tenant.user;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** Adds a user to a tenant inside the caller's transaction. */
public final class UserAdding {

  /** Holds the persistent NameID for Microsoft 365, see {@code ImmutableId} of the federation. */
  private static final String IMMUTABLE_ID = "immutableId";

  /** A user that was added, with the password to hand over where the server made it. */
  public record Added(UserModel user, String immutableId, String madePassword) {}

  private final KeycloakSession session;
  private final RealmModel realm;

  public UserAdding(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Validation faults leave as Keycloak's own exceptions. */
  public Added add(AddUserRequest request) {
    Map<String, List<String>> attributes = attributes(request);
    UserProfile profile =
        session
            .getProvider(UserProfileProvider.class)
            .create(UserProfileContext.USER_API, attributes);
    UserModel user = profile.create();
    user.setEnabled(true);
    String made = request.password() == null ? TemporaryPassword.next() : null;
    String password = made == null ? request.password() : made;
    user.credentialManager().updateCredential(UserCredentialModel.password(password, false));
    if (made != null || !Boolean.FALSE.equals(request.passwordTemporary())) {
      user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
    }
    if (request.idAdministrator()) {
      IdAdministrators.appoint(realm, user);
    }
    return new Added(user, user.getFirstAttribute(IMMUTABLE_ID), made);
  }

  private static Map<String, List<String>> attributes(AddUserRequest request) {
    Map<String, List<String>> attributes = new HashMap<>();
    put(attributes, UserModel.USERNAME, request.userId());
    put(attributes, UserModel.EMAIL, request.email() == null ? request.userId() : request.email());
    put(attributes, UserModel.FIRST_NAME, request.firstName());
    put(attributes, UserModel.LAST_NAME, request.lastName());
    put(attributes, "smsPhone", request.smsPhone());
    put(
        attributes,
        IMMUTABLE_ID,
        request.immutableId() == null ? newImmutableId() : request.immutableId());
    return attributes;
  }

  private static String newImmutableId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static void put(Map<String, List<String>> attributes, String name, String value) {
    if (value != null && !value.isBlank()) {
      attributes.put(name, List.of(value));
    }
  }
}
