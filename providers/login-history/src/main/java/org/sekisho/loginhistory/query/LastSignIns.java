package org.sekisho.loginhistory.query;

import java.util.OptionalLong;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.SignInHistory;
import org.sekisho.core.SignInHistoryFactory;
import org.sekisho.loginhistory.record.RecordKind;

/** Answers what other parts of Sekisho ask about the history. */
public final class LastSignIns implements SignInHistoryFactory {

  @Override
  public SignInHistory create(KeycloakSession session) {
    return new SignInHistory() {
      @Override
      public OptionalLong lastSignIn(RealmModel tenant, UserModel user) {
        return new HistoryQuery(session, tenant)
            .newest(user.getId(), null, RecordKind.SIGN_IN).stream()
                .mapToLong(row -> row.at())
                .findFirst();
      }
    };
  }

  @Override
  public String getId() {
    return "sekisho";
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
