package org.sekisho.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the history is asked, as a call of the API and as the statements behind it. */
enum HistoryQuestion {
  OWN_PAGE("first page of a user, asked by the user", true),
  OWN_INFORMATION("information after a sign-in: last success, last failure since", true),
  USER_PAGE("first page of a user, asked by an ID administrator", false),
  TENANT_PAGE("first page of a tenant", false),
  FAILURES("first page of a tenant: failures and refusals, 30 days", false),
  OFFICE("first page of a tenant: its office's address block, 30 days", false),
  STRANGE("first page of a tenant: a block that hardly occurs, 30 days", false),
  STRANGE_ALWAYS("the same without a period", false),
  APPLICATION("first page of a tenant: an application that nobody uses, no period", false),
  FACTOR("first page of a tenant: a factor that nobody uses, 30 days", false),
  LAST_SUCCESS("last success of a user", false),
  NO_SUCCESS("last success of a user who never signed in", false);

  /** One more than a page has. */
  private static final int LIMIT = 26;

  private static final String OFFICE_BLOCK = "100.64.0.0/29";
  private static final String STRANGE_BLOCK = "77.0.0.0/8";

  final String label;
  final boolean own;

  HistoryQuestion(String label, boolean own) {
    this.label = label;
    this.own = own;
  }

  /**
   * The call.
   *
   * @param userId whom it is about, where it is about one
   */
  String path(String userId, long now) {
    String own = "/realms/" + SekishoTenant.ID + "/sekisho-login-history";
    String admin = "/admin/realms/" + SekishoTenant.ID + "/sekisho/login-history";
    String period = "from=" + monthBefore(now);
    return switch (this) {
      case OWN_PAGE -> own + "/records";
      case OWN_INFORMATION -> own + "/information";
      case USER_PAGE -> admin + "/records?user=" + userId;
      case TENANT_PAGE -> admin + "/records";
      case FAILURES -> admin + "/records?kind=FAILED_ATTEMPT,REFUSAL&" + period;
      case OFFICE -> admin + "/records?address=" + OFFICE_BLOCK + "&" + period;
      case STRANGE -> admin + "/records?address=" + STRANGE_BLOCK + "&" + period;
      case STRANGE_ALWAYS -> admin + "/records?address=" + STRANGE_BLOCK;
      case APPLICATION -> admin + "/records?application=nobody";
      case FACTOR -> admin + "/records?factor=PASSKEY&" + period;
      case LAST_SUCCESS, NO_SUCCESS -> admin + "/users/" + userId;
    };
  }

  private static long monthBefore(long now) {
    return now - Duration.ofDays(30).toMillis();
  }

  /** A statement with the values of its parameters. */
  record Query(String sql, List<Object> values) {}

  /** The statements as Hibernate makes them of {@code HistoryQuery}. */
  List<Query> queries(HistoryRows.Person person, long now) {
    String user = person.userKey();
    return switch (this) {
      case OWN_PAGE, USER_PAGE -> List.of(page(person, LIMIT).where("USER_KEY=?", user).query());
      case OWN_INFORMATION ->
          List.of(
              newest(person, user, "SIGN_IN"),
              newest(person, user, "FAILED_ATTEMPT"),
              newest(person, user, "REFUSAL"));
      case TENANT_PAGE -> List.of(page(person, LIMIT).query());
      case FAILURES ->
          List.of(
              page(person, LIMIT).where("KIND=?", "FAILED_ATTEMPT").since(now).query(),
              page(person, LIMIT).where("KIND=?", "REFUSAL").since(now).query());
      case OFFICE -> {
        String block =
            String.format("%04x%02x", 0x6440 + person.tenant() / 256, person.tenant() % 256);
        yield List.of(page(person, LIMIT).since(now).from(block + "00", block + "07").query());
      }
      case STRANGE -> List.of(page(person, LIMIT).since(now).from("4d000000", "4dffffff").query());
      case STRANGE_ALWAYS -> List.of(page(person, LIMIT).from("4d000000", "4dffffff").query());
      case APPLICATION -> List.of(page(person, LIMIT).where("APPLICATION=?", "nobody").query());
      case FACTOR ->
          List.of(
              page(person, LIMIT)
                  .since(now)
                  .where("(FAILED_FACTOR=? or ','||FACTORS||',' like '%,PASSKEY,%')", "PASSKEY")
                  .query());
      case LAST_SUCCESS -> List.of(newest(person, user, "SIGN_IN"));
      case NO_SUCCESS -> List.of(newest(person, "nobody", "SIGN_IN"));
    };
  }

  private static Query newest(HistoryRows.Person person, String user, String kind) {
    return page(person, 1).where("USER_KEY=?", user).where("KIND=?", kind).query();
  }

  private static Page page(HistoryRows.Person person, int limit) {
    return new Page(person.realmId(), limit);
  }

  private static final class Page {
    private final StringBuilder sql =
        new StringBuilder("select * from SEKISHO_LOGIN_RECORD where REALM_ID=? and LEAF is null");
    private final List<Object> values = new ArrayList<>();
    private final int limit;

    Page(String realmId, int limit) {
      this.limit = limit;
      values.add(realmId);
    }

    Page where(String condition, Object value) {
      sql.append(" and ").append(condition);
      values.add(value);
      return this;
    }

    Page since(long now) {
      long from = monthBefore(now);
      String hex = String.format("%012x", from);
      return where("HAPPENED_AT>=?", from)
          .where("ID>=?", hex.substring(0, 8) + "-" + hex.substring(8) + "-7000-8000-000000000000");
    }

    Page from(String lowest, String highest) {
      String ipv4 = "00000000000000000000ffff";
      sql.append(" and ADDRESS_KEY between ? and ?");
      values.add(ipv4 + lowest);
      values.add(ipv4 + highest);
      return this;
    }

    Query query() {
      values.add(limit);
      return new Query(sql + " order by ID desc fetch first ? rows only", values);
    }
  }
}
