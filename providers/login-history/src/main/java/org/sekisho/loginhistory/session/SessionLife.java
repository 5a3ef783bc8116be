package org.sekisho.loginhistory.session;

import java.util.concurrent.TimeUnit;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/** How long a session lives, by Keycloak's own sums. */
final class SessionLife {

  private SessionLife() {}

  /** When it ends unless it is used before, in milliseconds since the epoch. */
  static long endOf(RealmModel realm, UserSessionModel userSession) {
    long idle =
        SessionExpirationUtils.calculateUserSessionIdleTimestamp(
            userSession.isOffline(),
            userSession.isRememberMe(),
            TimeUnit.SECONDS.toMillis(userSession.getLastSessionRefresh()),
            realm);
    long max =
        SessionExpirationUtils.calculateUserSessionMaxLifespanTimestamp(
            userSession.isOffline(),
            userSession.isRememberMe(),
            TimeUnit.SECONDS.toMillis(userSession.getStarted()),
            realm);
    return max < 0 ? idle : Math.min(idle, max);
  }
}
