package org.sekisho.loginhistory;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.sekisho.core.OwnTables;
import org.sekisho.loginhistory.keep.Erasure;
import org.sekisho.loginhistory.keep.HistoryRulesEntity;
import org.sekisho.loginhistory.keep.TenantRows;
import org.sekisho.loginhistory.notice.NoticeEntity;
import org.sekisho.loginhistory.own.SignInCheckEntity;
import org.sekisho.loginhistory.record.LoginRecordEntity;
import org.sekisho.loginhistory.seal.SealEntity;
import org.sekisho.loginhistory.session.OpenSessionEntity;

/** The history; rows leave as the tenant's rule says with their user, too. */
public final class HistoryTables extends OwnTables {

  public HistoryTables() {
    super(
        "loginhistory-store",
        "META-INF/sekisho-login-history-changelog.xml",
        List.of(
            LoginRecordEntity.class,
            OpenSessionEntity.class,
            SignInCheckEntity.class,
            HistoryRulesEntity.class,
            NoticeEntity.class,
            SealEntity.class));
  }

  @Override
  protected void opened(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof UserModel.UserRemovedEvent removed) {
            new Erasure(removed.getKeycloakSession(), removed.getRealm())
                .of(removed.getUser().getId());
          }
        });
  }

  @Override
  protected void tenantLeaves(KeycloakSession session, String realmId) {
    new TenantRows(session).delete(realmId);
  }
}
