package org.sekisho.loginhistory.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.sekisho.core.FactsMail;
import org.sekisho.core.MailReaders;
import org.sekisho.loginhistory.HistoryConfig;
import org.sekisho.loginhistory.query.HistoryQuery;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.LoginRecordEntity;
import org.sekisho.loginhistory.record.RecordKind;

/** Writes and sends one mail, in the reader's language. */
final class NoticeMail {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final HistoryConfig config;

  NoticeMail(KeycloakSession session, RealmModel realm, HistoryConfig config) {
    this.session = session;
    this.realm = realm;
    this.config = config;
  }

  void send(NoticeEntity notice) {
    UserModel user = session.users().getUserById(realm, notice.userKey);
    if (user == null) {
      return;
    }
    if (notice.kind == NoticeKind.SUSPICIOUS_SIGN_IN) {
      toThoseInCharge(notice, user);
    } else if (MailReaders.hasAddress(user)) {
      send(notice, user, user, null);
    }
  }

  /** To the ID administrators, or to the operator where the tenant has none that mail reaches. */
  private void toThoseInCharge(NoticeEntity notice, UserModel about) {
    List<UserModel> administrators = MailReaders.idAdministrators(session, realm);
    administrators.forEach(reader -> send(notice, about, reader, null));
    if (administrators.isEmpty() && config.operatorMail() != null) {
      send(notice, about, about, config.operatorMail());
    }
  }

  /**
   * Sends one mail.
   *
   * @param address instead of the reader's own; null for that
   */
  private void send(NoticeEntity notice, UserModel about, UserModel reader, String address) {
    new FactsMail(notice.kind.messageKey(), facts(notice, about, localeOf(reader)).list())
        .send(session, realm, reader, address);
  }

  private Locale localeOf(UserModel reader) {
    return session.getContext().resolveLocale(reader, true);
  }

  private Facts facts(NoticeEntity notice, UserModel about, Locale locale) {
    Facts facts = new Facts(config.zone(), locale).add("sekishoFactAccount", about.getUsername());
    if (notice.kind == NoticeKind.SUSPICIOUS_SIGN_IN) {
      return addAllOf(facts, notice, about);
    }
    if (notice.kind == NoticeKind.NEW_DEVICE) {
      record(notice.recordId).ifPresent(facts::add);
      return facts;
    }
    if (notice.kind == NoticeKind.DEVICE_COPIED) {
      record(notice.recordId)
          .ifPresent(
              row ->
                  facts
                      .add(row)
                      .add("sekishoFactOtherDevice", notice.detail)
                      .add("sekishoFactCertificate", row.certificate())
                      .add("sekishoFactReference", row.reference()));
      return facts;
    }
    return facts
        .addTime(notice.createdAt)
        .addWords("sekishoFactCredential", "sekishoCredential", notice.detail);
  }

  /** What the user saw when reporting: the last sign-in, what failed since, and the present one. */
  private Facts addAllOf(Facts facts, NoticeEntity notice, UserModel about) {
    Optional<LoginRecord> last = record(notice.recordId);
    last.ifPresent(row -> facts.group("sekishoFactsLast").add(row));
    new HistoryQuery(session, realm)
        .newest(about.getId(), null, RecordKind.FAILED_ATTEMPT, RecordKind.REFUSAL)
        .filter(row -> last.isEmpty() || row.id().compareTo(last.get().id()) > 0)
        .ifPresent(row -> facts.group("sekishoFactsFailure").add(row));
    record(notice.detail).ifPresent(row -> facts.group("sekishoFactsCurrent").add(row));
    return facts;
  }

  private Optional<LoginRecord> record(String id) {
    return Optional.ofNullable(id).map(this::entity).map(LoginRecordEntity::toRecord);
  }

  private LoginRecordEntity entity(String id) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .find(LoginRecordEntity.class, id);
  }
}
