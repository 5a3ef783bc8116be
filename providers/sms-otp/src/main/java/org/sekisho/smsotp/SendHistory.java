package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.sekisho.smsotp.KnownCounts.Known;

/** What the limits count of the messages sent before. One object serves a node. */
final class SendHistory {

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long HOUR = Duration.ofHours(1).toSeconds();

  private static final int TO_NUMBER = 0;
  private static final int TO_USER = 1;
  private static final int BY_TENANT = 2;
  private static final int FROM_ADDRESS = 3;

  /** All that the limits count, in one question: each one more costs as much as all of them. */
  private static final String HISTORY =
      "select 0, SENT_AT, 0 from {h-schema}SEKISHO_SMS_SEND"
          + " where NUMBER_FINGERPRINT = ? and REGISTERING = ? and SENT_AT > ? and ID <> ?"
          + " union all select 1, count(*), 0 from {h-schema}SEKISHO_SMS_SEND"
          + " where USER_ID = ? and SENT_AT > ? and ID <> ?"
          + " union all select 2, count(*), count(case when SENT_AT <= ? then 1 end)"
          + " from {h-schema}SEKISHO_SMS_SEND"
          + " where REALM_ID = ? and SENT_AT > ? and ID <> ?"
          + " union all select 3, count(*), count(case when SENT_AT <= ? then 1 end)"
          + " from {h-schema}SEKISHO_SMS_SEND"
          + " where CLIENT_ADDRESS = ? and SENT_AT > ? and ID <> ?";

  /**
   * One row of that answer.
   *
   * @param number a time of {@link #TO_NUMBER}, or how many of another kind
   * @param settled how many of them are old enough to be remembered
   */
  private record Count(int kind, long number, int settled) {}

  private final KnownCounts byTenant = new KnownCounts();
  private final KnownCounts fromAddress = new KnownCounts();

  /** What the limits say, and what was counted for it. */
  record Judged(SendLimits.History history, SendLimits.Decision decision) {}

  /**
   * Judges a message whose row is {@code ownId} by what was sent before. Of the tenant and from the
   * address that may be more than there was, as {@link KnownCounts} has it; so nobody is refused by
   * such a number before all is counted.
   *
   * @param reading sees what others have committed until now (isolation READ COMMITTED, as Keycloak
   *     has it); may be the transaction of the sign-in, which spares one
   */
  Judged judge(
      EntityManager reading,
      String ownId,
      SendRequest request,
      long now,
      Function<SendLimits.History, SendLimits.Decision> limits) {
    Known tenant = byTenant.of(request.realmId(), now - DAY, now);
    Known address = fromAddress.of(request.caller(), now - HOUR, now);
    SendLimits.History history = read(reading, ownId, request, now, tenant, address);
    SendLimits.Decision decision = limits.apply(history);
    boolean estimated = tenant.before() > 0 || address.before() > 0;
    return estimated && decision.isByLongWindow()
        ? wholly(reading, ownId, request, now, limits)
        : new Judged(history, decision);
  }

  private Judged wholly(
      EntityManager reading,
      String ownId,
      SendRequest request,
      long now,
      Function<SendLimits.History, SendLimits.Decision> limits) {
    SendLimits.History history =
        read(
            reading,
            ownId,
            request,
            now,
            Known.nothing(now - DAY, now),
            Known.nothing(now - HOUR, now));
    return new Judged(history, limits.apply(history));
  }

  private SendLimits.History read(
      EntityManager reading,
      String ownId,
      SendRequest request,
      long now,
      Known tenant,
      Known address) {
    long day = now - DAY;
    List<Count> counts =
        PlainSql.read(
            reading,
            row -> new Count(row.getInt(1), row.getLong(2), row.getInt(3)),
            HISTORY,
            request.number().fingerprint(),
            request.registering(),
            day,
            ownId,
            request.userId(),
            day,
            ownId,
            KnownCounts.settled(now),
            request.realmId(),
            tenant.since(),
            ownId,
            KnownCounts.settled(now),
            request.caller(),
            address.since(),
            ownId);
    Count ofTenant = only(BY_TENANT, counts);
    Count ofAddress = only(FROM_ADDRESS, counts);
    byTenant.learn(request.realmId(), tenant, ofTenant.settled(), now);
    fromAddress.learn(request.caller(), address, ofAddress.settled(), now);
    return new SendLimits.History(
        timesToNumber(counts),
        (int) only(TO_USER, counts).number(),
        tenant.before() + (int) ofTenant.number(),
        address.before() + (int) ofAddress.number());
  }

  private static Count only(int kind, List<Count> counts) {
    return counts.stream().filter(count -> count.kind() == kind).findFirst().orElseThrow();
  }

  private static List<Long> timesToNumber(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.kind() == TO_NUMBER)
        .map(Count::number)
        .sorted()
        .toList();
  }

  /** Times of the messages of the same kind to the same number in the last 24 hours. */
  static List<Long> timesToNumber(EntityManager reading, SendRequest request, long now) {
    return PlainSql.read(
        reading,
        row -> row.getLong(1),
        "select SENT_AT from {h-schema}SEKISHO_SMS_SEND where NUMBER_FINGERPRINT = ?"
            + " and REGISTERING = ? and SENT_AT > ? order by SENT_AT",
        request.number().fingerprint(),
        request.registering(),
        now - DAY);
  }
}
