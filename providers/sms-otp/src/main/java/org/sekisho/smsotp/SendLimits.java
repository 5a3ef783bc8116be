package org.sekisho.smsotp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Decides whether one more text message may be sent. Pure; all times are seconds since the epoch.
 *
 * @param settings the tenant's limits
 */
record SendLimits(SmsSettings settings) {

  static final long TEN_MINUTES = 600;

  private static final String ADDRESS_HOUR = "address_hour";
  private static final String TENANT_DAY = "tenant_day";

  /**
   * What was sent before, without the message in question.
   *
   * @param toNumber times of the messages of the same kind (to a proven number, or to one that is
   *     being registered) to this number in the last 24 hours, oldest first
   * @param toUser messages to this user in the last 24 hours
   * @param byTenant messages of the whole tenant in the last 24 hours
   * @param fromAddress messages caused from this client address in the last hour
   */
  record History(List<Long> toNumber, int toUser, int byTenant, int fromAddress) {

    /** The times to the number with the message itself, sent at {@code now}. */
    List<Long> timesWith(long now) {
      List<Long> times = new ArrayList<>(toNumber);
      times.add(now);
      return times;
    }
  }

  /** Allowed where both are zero or null. */
  record Decision(long waitSeconds, String exceededLimit) {
    boolean allowed() {
      return waitSeconds == 0 && exceededLimit == null;
    }

    /** Refused for what the whole tenant has sent, or all at the address. */
    boolean isByLongWindow() {
      return TENANT_DAY.equals(exceededLimit) || ADDRESS_HOUR.equals(exceededLimit);
    }
  }

  private static final Decision ALLOWED = new Decision(0, null);

  /**
   * The decision for a message at {@code now}.
   *
   * @param registering true where the number is not proven yet
   * @param tenantUsers number of users of the tenant; asked only when needed
   */
  Decision decide(History sent, boolean registering, long now, IntSupplier tenantUsers) {
    long wait = waitSeconds(sent.toNumber(), now);
    if (wait > 0) {
      return new Decision(wait, null);
    }
    String exceeded = exceededLimit(sent, registering, now, tenantUsers);
    return exceeded == null ? ALLOWED : new Decision(0, exceeded);
  }

  private String exceededLimit(
      History sent, boolean registering, long now, IntSupplier tenantUsers) {
    if (recent(sent.toNumber(), now) >= settings.maxPerNumberInTenMinutes()) {
      return "number_ten_minutes";
    }
    int perDay = registering ? settings.maxPerNewNumberInDay() : settings.maxPerNumberInDay();
    if (sent.toNumber().size() >= perDay) {
      return "number_day";
    }
    if (sent.toUser() >= settings.maxPerUserInDay()) {
      return "user_day";
    }
    if (sent.fromAddress() >= settings.maxPerAddressInHour()) {
      return ADDRESS_HOUR;
    }
    return exceedsTenant(sent.byTenant(), tenantUsers) ? TENANT_DAY : null;
  }

  /** The users are counted only where even a tenant of one would be at its limit. */
  private boolean exceedsTenant(int byTenant, IntSupplier tenantUsers) {
    int perUser = settings.maxInDayPerTenantUser();
    return byTenant >= perUser && byTenant >= perUser * Math.max(1, tenantUsers.getAsInt());
  }

  /** Seconds until the next message to this number may be asked for; it grows with each one. */
  long waitSeconds(List<Long> toNumber, long now) {
    int recent = recent(toNumber, now);
    if (recent == 0) {
      return 0;
    }
    List<Integer> waits = settings.resendWaitSeconds();
    long last = toNumber.get(toNumber.size() - 1);
    return Math.max(0, last + waits.get(Math.min(recent, waits.size()) - 1) - now);
  }

  private static int recent(List<Long> times, long now) {
    return (int) times.stream().filter(time -> time > now - TEN_MINUTES).count();
  }
}
