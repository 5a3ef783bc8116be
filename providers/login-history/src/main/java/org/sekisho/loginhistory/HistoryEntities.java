package org.sekisho.loginhistory;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.sekisho.loginhistory.keep.HistoryRulesEntity;
import org.sekisho.loginhistory.notice.NoticeEntity;
import org.sekisho.loginhistory.own.SignInCheckEntity;
import org.sekisho.loginhistory.record.LoginRecordEntity;
import org.sekisho.loginhistory.seal.SealEntity;
import org.sekisho.loginhistory.session.OpenSessionEntity;

/** Tells Keycloak of the tables and their changelog. */
final class HistoryEntities implements JpaEntityProvider {

  @Override
  public List<Class<?>> getEntities() {
    return List.of(
        LoginRecordEntity.class,
        OpenSessionEntity.class,
        SignInCheckEntity.class,
        HistoryRulesEntity.class,
        NoticeEntity.class,
        SealEntity.class);
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/sekisho-login-history-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return HistoryEntitiesFactory.ID;
  }

  @Override
  public void close() {}
}
