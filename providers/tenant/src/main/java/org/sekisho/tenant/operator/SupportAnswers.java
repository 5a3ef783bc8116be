package org.sekisho.tenant.operator;

import java.time.Instant;
import java.util.List;
import org.sekisho.tenant.support.SupportSessionEntity;

/** Support sessions as the answers tell them. */
final class SupportAnswers {

  private SupportAnswers() {}

  record Session(
      String id,
      String tenant,
      String operator,
      String ticket,
      String reason,
      List<String> rights,
      String startedAt,
      String endsAt,
      boolean live) {

    static Session of(SupportSessionEntity support, long now) {
      return new Session(
          support.id(),
          support.tenant(),
          support.operatorName(),
          support.ticket(),
          support.reason(),
          support.rights(),
          Instant.ofEpochMilli(support.startedAt()).toString(),
          Instant.ofEpochMilli(support.endsAt()).toString(),
          support.isLive(now));
    }
  }

  record Sessions(List<Session> supportSessions) {

    static Sessions of(List<SupportSessionEntity> sessions, long now) {
      return new Sessions(sessions.stream().map(support -> Session.of(support, now)).toList());
    }
  }
}
