package org.sekisho.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the table of the history as a year of sign-ins would. Everything follows from the number of
 * a row, so tenant 0, which is the real one, has the same rows in a large table as alone.
 */
final class HistoryRows {

  /** Users of a tenant who sign in; the first ones much more often than the last ones. */
  static final int USERS = 30;

  private static final long SPAN = Duration.ofDays(398).toMillis();

  /** Who is in which tenant. Only tenant 0 is known to the server. */
  private static final String STRANGERS =
      """
      insert into BENCH_USER
      select t, u, md5('realm ' || t)::uuid::text, md5('user ' || t || ' ' || u)::uuid::text,
             'user' || u || '@tenant-' || t || '.example'
        from generate_series(1, ?) t, generate_series(0, ?) u
      """;

  private static final String OWN_USERS =
      """
      insert into BENCH_USER
      select 0, row_number() over (order by e.USERNAME) - 1, e.REALM_ID, e.ID, e.USERNAME
        from USER_ENTITY e join REALM r on r.ID = e.REALM_ID
       where r.NAME = ? and e.USERNAME like 'user%' order by e.USERNAME fetch first ? rows only
      """;

  /** Rows {@code first, first + step ...} of {@code rows}, the oldest first. */
  private static final String RECORDS =
      """
      insert into SEKISHO_LOGIN_RECORD (ID, REALM_ID, HAPPENED_AT, KIND, USER_KEY, USER_NAME,
             ADDRESS, ADDRESS_KEY, BROWSER, BROWSER_VERSION, OS, OS_VERSION, MOBILE, APPLICATION,
             PROTOCOL, FACTORS, FAILED_FACTOR, REASON, REFERENCE, RULE_NAME, ZONE, SESSION_ID, SALT)
      select substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(m, 1, 3) || '-8'
               || substr(m, 4, 3) || '-' || substr(m, 7, 12),
             REALM_ID, d.at, d.kind, USER_KEY, USER_NAME,
             (ip >> 24) || '.' || (ip >> 16 & 255) || '.' || (ip >> 8 & 255) || '.' || (ip & 255),
             '00000000000000000000ffff' || lpad(to_hex(ip), 8, '0'),
             'Chrome', '141.0.0', case when phone then 'Android' else 'Windows' end,
             case when phone then '16' else '11' end, phone,
             case p when 0 then 'mail-gateway' when 1 then 'main-menu'
               else 'urn:federation:MicrosoftOnline' end,
             case when p < 2 then 'openid-connect' else 'saml' end,
             case when d.kind in ('SIGN_IN', 'APPLICATION_ENTRY') then 'PASSWORD,SMS' end,
             case when d.kind = 'FAILED_ATTEMPT' then case when phone then 'SMS' else 'PASSWORD' end end,
             case d.kind when 'FAILED_ATTEMPT' then 'wrong_password'
               when 'REFUSAL' then 'address_refused' when 'SIGN_OFF' then 'by_user' end,
             case when d.kind = 'REFUSAL' then upper(substr(m, 1, 12)) end,
             case when d.kind = 'REFUSAL' then 'Default' end,
             case when d.kind = 'REFUSAL' then 'OTHERS' end,
             m::uuid::text, m
        from (select r.at, m, phone, p, tenant, number,
                     lpad(to_hex(r.at), 12, '0') as ms,
                     case when k < 45 then 'SIGN_IN' when k < 80 then 'APPLICATION_ENTRY'
                       when k < 83 then 'FAILED_ATTEMPT' when k < 84 then 'REFUSAL'
                       when k < 94 then 'SIGN_OFF' when k < 99 then 'TIME_OUT'
                       else 'ADMINISTRATIVE_END' end as kind,
                     case when a < 85
                       then (100::bigint << 24) + ((64 + tenant / 256) << 16)
                              + (tenant % 256 << 8) + 1 + h % 6
                       else ((1 + h % 223) << 24) + (h >> 8 & 16777215) end as ip
                from (select ? - ? + i * ? / ? as at, md5(i::text) as m,
                             (i % ?)::int as tenant,
                             (? * pow((hashint8extended(i, 1) & 65535) / 65536.0, 2))::int as number,
                             (hashint8extended(i, 2) & 1048575) % 100 as k,
                             (hashint8extended(i, 3) & 1048575) % 100 as a,
                             (hashint8extended(i, 4) & 1099511627775) as h,
                             (hashint8extended(i, 5) & 3) = 0 as phone,
                             (hashint8extended(i, 6) & 1048575) % 3 as p
                        from generate_series(?::bigint, ?::bigint, ?::bigint) i) r) d
        join BENCH_USER u on u.TENANT = d.tenant and u.NUMBER = least(d.number, ? - 1)
       order by d.at
      """;

  /** The rows are no product of the server, so it shall seal only what comes after them. */
  private static final String SEALED =
      "insert into SEKISHO_HISTORY_SEAL (REALM_ID, SEAL_NUMBER, PERIOD_FROM, PERIOD_TO, JWS)"
          + " select distinct REALM_ID, 1, 0, ?::bigint, 'benchmark' from BENCH_USER";

  private final Connection connection;

  HistoryRows(Connection connection) {
    this.connection = connection;
  }

  /** A user of one of the tenants. */
  record Person(int tenant, String realmId, String userKey) {}

  /**
   * Writes the rows of all tenants, or of tenant 0 alone where {@code step} is the number of
   * tenants.
   */
  void write(long rows, int step, long now) throws SQLException {
    execute(
        "create unlogged table BENCH_USER (TENANT int, NUMBER int, REALM_ID text, USER_KEY text,"
            + " USER_NAME text, primary key (TENANT, NUMBER))");
    update(OWN_USERS, SekishoTenant.ID, USERS);
    if (step == 1) {
      update(STRANGERS, HistoryOptions.TENANTS - 1, USERS - 1);
    }
    execute("analyze BENCH_USER");
    update(SEALED, now);
    List<String> indexes = dropIndexes();
    update(
        RECORDS,
        now,
        SPAN,
        SPAN,
        rows,
        HistoryOptions.TENANTS,
        USERS,
        (long) step,
        rows,
        (long) step,
        USERS);
    execute("set maintenance_work_mem = '512MB'");
    for (String index : indexes) {
      execute(index);
    }
    execute("vacuum analyze SEKISHO_LOGIN_RECORD");
  }

  /** Building an index from full rows is faster than adding row after row to it. */
  private List<String> dropIndexes() throws SQLException {
    List<String> definitions = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet index =
            statement.executeQuery(
                "select indexname, indexdef from pg_indexes where tablename ="
                    + " 'sekisho_login_record' and indexname like 'idx%'")) {
      while (index.next()) {
        names.add(index.getString(1));
        definitions.add(index.getString(2));
      }
    }
    for (String name : names) {
      execute("drop index " + name);
    }
    return definitions;
  }

  List<Person> people() throws SQLException {
    List<Person> people = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet user =
            statement.executeQuery(
                "select TENANT, REALM_ID, USER_KEY from BENCH_USER order by TENANT, NUMBER")) {
      while (user.next()) {
        people.add(new Person(user.getInt(1), user.getString(2), user.getString(3)));
      }
    }
    return people;
  }

  /** How much there is. */
  String size() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet size =
            statement.executeQuery(
                "select (select count(*) from SEKISHO_LOGIN_RECORD) || ' rows, '"
                    + " || pg_size_pretty(pg_table_size('sekisho_login_record')) || ' and '"
                    + " || pg_size_pretty(pg_indexes_size('sekisho_login_record'))"
                    + " || ' of indexes, PostgreSQL ' || current_setting('server_version')")) {
      size.next();
      return size.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
