package org.sekisho.loginhistory.event;

import org.keycloak.models.KeycloakSession;
import org.sekisho.loginhistory.notice.NoticeKind;
import org.sekisho.loginhistory.notice.Notices;
import org.sekisho.loginhistory.record.Device;
import org.sekisho.loginhistory.record.HistoryStore;
import org.sekisho.loginhistory.record.LoginRecord;
import org.sekisho.loginhistory.record.RecordWriter;

/**
 * Keeps that a device's certificate is in use on two platforms, and tells the user by mail. What
 * sees it is not a page, so the event says itself where it was seen.
 */
final class Warnings {

  static final String CERTIFICATE = "device_certificate";

  private static final String PLATFORM = "platform";
  private static final String OTHER_PLATFORM = "other_platform";

  private final KeycloakSession session;

  Warnings(KeycloakSession session) {
    this.session = session;
  }

  static Device device(Happening happening) {
    return new Device(null, null, happening.detail(PLATFORM), null, false);
  }

  void record(LoginRecord row, Happening happening) {
    new HistoryStore(session)
        .write(
            row.kind().name(),
            connection -> {
              RecordWriter.insert(connection, row);
              Notices.add(
                  connection,
                  NoticeKind.DEVICE_COPIED,
                  row.realmId(),
                  row.userKey(),
                  row.id(),
                  happening.detail(OTHER_PLATFORM),
                  row.at());
            });
  }
}
