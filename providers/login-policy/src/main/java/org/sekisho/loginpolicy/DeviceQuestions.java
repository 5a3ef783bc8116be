package org.sekisho.loginpolicy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.sekisho.core.Factor;
import org.sekisho.core.LoginRules.DeviceQuestion;
import org.sekisho.loginpolicy.decision.Decision;

/**
 * Whether the device is asked for its certificate. It is asked before the password, when nobody has
 * proven to be anybody; so the answer must not tell whether an ID exists.
 */
final class DeviceQuestions {

  private static final Set<Factor> DEVICE_ALONE = Set.of(Factor.DEVICE_CERTIFICATE);

  private final KeycloakSession session;
  private final RealmModel realm;

  DeviceQuestions(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  DeviceQuestion of(AuthenticationSessionModel signIn, String typed) {
    Door door = new Door(session, realm);
    if (!door.uses(Factor.DEVICE_CERTIFICATE)) {
      return DeviceQuestion.NOT_ASKED;
    }
    String application = signIn.getClient().getClientId();
    return in(
        user(signIn, typed)
            .map(
                user ->
                    door.judgeByPolicyAlone(
                        user,
                        CompletedSteps.provenIn(realm, signIn, Time.currentTimeMillis() / 1000),
                        application))
            .orElseGet(() -> door.judgeNobody(pick(typed), application)));
  }

  private Optional<UserModel> user(AuthenticationSessionModel signIn, String typed) {
    UserModel known = signIn.getAuthenticatedUser();
    return Optional.ofNullable(
        known != null || typed == null
            ? known
            : KeycloakModelUtils.findUserByNameOrEmail(session, realm, typed));
  }

  static DeviceQuestion in(Decision decision) {
    if (decision.missing().contains(DEVICE_ALONE)) {
      return DeviceQuestion.REQUIRED;
    }
    boolean counts =
        decision.missing().stream().anyMatch(slot -> slot.contains(Factor.DEVICE_CERTIFICATE));
    return counts ? DeviceQuestion.WELCOME : DeviceQuestion.NOT_ASKED;
  }

  /** The same for the same ID, and nobody outside can tell it from the choice of a real user. */
  private long pick(String typed) {
    SecretKey key = session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512).getSecretKey();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      String id = String.valueOf(typed).toLowerCase(Locale.ROOT);
      return ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
