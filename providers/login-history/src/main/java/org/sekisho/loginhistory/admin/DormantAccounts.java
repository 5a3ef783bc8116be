package org.sekisho.loginhistory.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.models.UserModel;
import org.sekisho.core.Faults;
import org.sekisho.loginhistory.query.HistoryQuery;

/** The accounts that nobody has used for a while. */
final class DormantAccounts {

  private static final Set<String> PERIODS = Set.of("30", "60", "90");

  /** How many users one call looks at: each costs a look into an index. */
  private static final int MOST = 500;

  private final HistoryReader reader;
  private final long now;

  DormantAccounts(HistoryReader reader, long now) {
    this.reader = reader;
    this.now = now;
  }

  /**
   * A page of accounts.
   *
   * @param next to be sent as {@code after} for the page after this one; null on the last one. A
   *     page can be empty and not the last
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<LastSignIn> users, String next) {}

  Page page(String days, String after, String max) {
    Faults faults = new Faults();
    String period = days == null ? "90" : days;
    faults.require("days", PERIODS.contains(period), "must be 30, 60 or 90");
    int first = number("after", after, 0, faults);
    int most = Math.max(1, Math.min(MOST, number("max", max, MOST, faults)));
    faults.refuse("request-invalid", "Accounts not listed");
    return page(Duration.ofDays(Long.parseLong(period)), first, most);
  }

  private Page page(Duration period, int first, int most) {
    HistoryQuery history = new HistoryQuery(reader.session(), reader.tenant());
    List<UserModel> users =
        reader
            .session()
            .users()
            .searchForUserStream(
                reader.tenant(), Map.of(UserModel.INCLUDE_SERVICE_ACCOUNT, "false"), first, most)
            .toList();
    List<LastSignIn> dormant = new ArrayList<>();
    for (UserModel user : users) {
      LastSignIn last = LastSignIn.of(user, history);
      if (last.isDormantSince(now - period.toMillis())) {
        dormant.add(last);
      }
    }
    return new Page(dormant, users.size() < most ? null : String.valueOf(first + most));
  }

  private static int number(String member, String text, int otherwise, Faults faults) {
    if (text == null) {
      return otherwise;
    }
    boolean right = text.matches("[0-9]{1,7}");
    faults.require(member, right, "must be a number");
    return right ? Integer.parseInt(text) : otherwise;
  }
}
