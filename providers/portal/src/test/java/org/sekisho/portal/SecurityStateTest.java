package org.sekisho.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.sekisho.testsupport.Fake;

class SecurityStateTest {

  private static final long CREATED = 1_795_478_400_000L;
  private static final long DAY = 86_400_000L;

  @Test
  void aPasswordExpiresWhereTheTenantSaysSoAndElseNever() {
    CredentialModel password = credential(PasswordCredentialModel.TYPE, null, "{}");

    assertThat(state(90, password).password())
        .isEqualTo(new SecurityState.PasswordState(CREATED, CREATED + 90 * DAY));
    assertThat(state(-1, password).password())
        .isEqualTo(new SecurityState.PasswordState(CREATED, null));
    assertThat(state(90).password()).isEqualTo(new SecurityState.PasswordState(null, null));
  }

  @Test
  void bothKindsOfKeysArePasskeysAndCodesAreCounted() {
    SecurityState state =
        state(
            -1,
            credential(OTPCredentialModel.TYPE, "App", "{}"),
            credential(WebAuthnCredentialModel.TYPE_TWOFACTOR, "Laptop", "{}"),
            credential(WebAuthnCredentialModel.TYPE_PASSWORDLESS, "Phone", "{}"),
            credential(
                RecoveryAuthnCodesCredentialModel.TYPE,
                "Codes",
                "{\"algorithm\":\"RS512\",\"remaining\":9,\"total\":12}"));

    assertThat(state.totp()).extracting(SecurityState.Device::label).containsExactly("App");
    assertThat(state.passkeys())
        .extracting(SecurityState.Device::label)
        .containsExactly("Laptop", "Phone");
    assertThat(state.recoveryCodes()).isEqualTo(new SecurityState.CodesState(9, 12, CREATED));
  }

  @Test
  void whoHasSetUpNothingHasNothing() {
    SecurityState state = state(-1);

    assertThat(state.phone()).isNull();
    assertThat(state.totp()).isEmpty();
    assertThat(state.passkeys()).isEmpty();
    assertThat(state.recoveryCodes()).isNull();
  }

  private static SecurityState state(int expiryDays, CredentialModel... stored) {
    SubjectCredentialManager manager =
        Fake.of(
            SubjectCredentialManager.class,
            Map.of(
                "getStoredCredentialsByTypeStream",
                type -> Stream.of(stored).filter(one -> one.getType().equals(type[0]))));
    UserModel user = Fake.of(UserModel.class, Map.of("credentialManager", nothing -> manager));
    KeycloakSession session = Fake.of(KeycloakSession.class, Map.of());
    return SecurityState.of(session, user, expiryDays);
  }

  private static CredentialModel credential(String type, String label, String data) {
    CredentialModel model = new CredentialModel();
    model.setId(type);
    model.setType(type);
    model.setUserLabel(label);
    model.setCredentialData(data);
    model.setSecretData("{\"secret\":\"not for the portal\"}");
    model.setCreatedDate(CREATED);
    return model;
  }
}
