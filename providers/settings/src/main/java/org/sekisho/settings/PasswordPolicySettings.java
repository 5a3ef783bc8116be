package org.sekisho.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.sekisho.core.Faults;

/**
 * The password policy of a tenant. A tenant goes stricter than the baseline, never weaker.
 *
 * @param minLength least number of characters, 10 to 64
 * @param history how many earlier passwords are refused, 3 to 24
 * @param expiryDays days until a password must be changed, 1 to 999; 0 where it does not expire
 * @param lockAfter wrong passwords until the account is locked, 1 to 10
 * @param unlockAfterMinutes how long it stays locked, 15 to 60 minutes
 */
record PasswordPolicySettings(
    int minLength, int history, int expiryDays, int lockAfter, int unlockAfterMinutes) {

  private static final Pattern MIN_LENGTH = Pattern.compile("sekishoPassword\\((\\d+)\\)");
  private static final int FLOOR_LENGTH = 10;
  private static final int SECONDS = 60;

  static PasswordPolicySettings of(RealmModel realm) {
    PasswordPolicy policy = realm.getPasswordPolicy();
    Matcher length = MIN_LENGTH.matcher(policy.toString());
    return new PasswordPolicySettings(
        length.find() ? Integer.parseInt(length.group(1)) : FLOOR_LENGTH,
        Math.max(0, policy.getExpiredPasswords()),
        Math.max(0, policy.getDaysToExpirePassword()),
        realm.getFailureFactor(),
        realm.getWaitIncrementSeconds() / SECONDS);
  }

  void check(Faults faults) {
    within(faults, "minLength", minLength, FLOOR_LENGTH, 64);
    within(faults, "history", history, 3, 24);
    within(faults, "expiryDays", expiryDays, 0, 999);
    within(faults, "lockAfter", lockAfter, 1, 10);
    within(faults, "unlockAfterMinutes", unlockAfterMinutes, 15, 60);
  }

  private static void within(Faults faults, String member, int value, int least, int most) {
    faults.require(
        member, value >= least && value <= most, "must be %d to %d".formatted(least, most));
  }

  void apply(KeycloakSession session, RealmModel realm) {
    List<String> policies = new ArrayList<>();
    policies.add("sekishoPassword(%d)".formatted(minLength));
    policies.add("passwordHistory(%d)".formatted(history));
    if (expiryDays > 0) {
      policies.add("forceExpiredPasswordChange(%d)".formatted(expiryDays));
    }
    realm.setPasswordPolicy(PasswordPolicy.parse(session, String.join(" and ", policies)));
    realm.setFailureFactor(lockAfter);
    realm.setWaitIncrementSeconds(unlockAfterMinutes * SECONDS);
    realm.setMaxFailureWaitSeconds(unlockAfterMinutes * SECONDS);
  }
}
