package org.sekisho.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A server with a history of some size, which answers questions. */
final class HistorySide implements AutoCloseable {

  /** The servers, in the order of the report. */
  enum Kind {
    ALONE("few rows, one tenant"),
    THIN("few rows, all tenants"),
    LARGE("many rows, all tenants");

    final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  final Kind kind;
  final String size;
  private final KeycloakServer server;
  private final HistoryTenant tenant;
  private final Connection connection;
  private final List<HistoryRows.Person> people;
  private final Random random = new Random(1);
  private final long now;
  private int calls;

  private HistorySide(
      Kind kind,
      KeycloakServer server,
      HistoryTenant tenant,
      Connection connection,
      HistoryRows rows,
      long now)
      throws SQLException {
    this.kind = kind;
    this.server = server;
    this.tenant = tenant;
    this.connection = connection;
    this.people = rows.people();
    this.size = rows.size();
    this.now = now;
  }

  /** Starts the server, which makes the tables, and fills them. */
  static HistorySide start(
      Kind kind,
      HistoryOptions options,
      Path home,
      KeycloakServer.Setup setup,
      Database database,
      Phone phone)
      throws IOException, SQLException {
    System.out.printf("%s: starting%n", kind.label);
    KeycloakServer server = KeycloakServer.start(home, setup);
    try {
      HistoryTenant tenant = new HistoryTenant(setup.url(), "http://localhost:9/callback");
      tenant.open(HistoryRows.USERS + 1);
      Connection connection = database.connect(setup.name());
      HistoryRows rows = new HistoryRows(connection);
      long now = System.currentTimeMillis();
      rows.write(
          kind == Kind.THIN ? options.fewRows() : options.rows(),
          kind == Kind.ALONE ? HistoryOptions.TENANTS : 1,
          now);
      tenant.signIn(phone);
      HistorySide side = new HistorySide(kind, server, tenant, connection, rows, now);
      System.out.printf("%s: process %d, %s%n", kind.label, server.pid(), side.size);
      return side;
    } catch (RuntimeException | SQLException failed) {
      server.close();
      throw failed;
    }
  }

  /** What the server has used so far. */
  Duration cpu() {
    return server.cpu();
  }

  void refresh() {
    tenant.refresh();
  }

  /**
   * One answer.
   *
   * @param records in it; 1 where it is no page
   */
  record Answer(
      int round, Kind kind, HistoryQuestion question, double sql, double call, int records) {}

  /** Puts the question of some tenant to the database, and that of the real one to the server. */
  Answer ask(int round, HistoryQuestion question) throws SQLException {
    double sql = sql(question);
    long began = System.nanoTime();
    JsonNode body = tenant.ask(question, calls++, now);
    double call = millis(began);
    return new Answer(
        round, kind, question, sql, call, body.has("records") ? body.get("records").size() : 1);
  }

  private double sql(HistoryQuestion question) throws SQLException {
    HistoryRows.Person someone = people.get(random.nextInt(people.size()));
    long began = System.nanoTime();
    for (HistoryQuestion.Query query : question.queries(someone, now)) {
      try (PreparedStatement statement = prepare(query.sql(), query);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString("SALT");
        }
      }
    }
    return millis(began);
  }

  /** The plan with what it has touched, for tenant 0, in PostgreSQL's words. */
  String plan(HistoryQuestion question) throws SQLException {
    StringBuilder plan = new StringBuilder();
    for (HistoryQuestion.Query query : question.queries(people.get(0), now)) {
      try (PreparedStatement statement =
              prepare("explain (analyze, buffers, costs off) " + query.sql(), query);
          ResultSet lines = statement.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  private PreparedStatement prepare(String sql, HistoryQuestion.Query query) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < query.values().size(); i++) {
      statement.setObject(i + 1, query.values().get(i));
    }
    return statement;
  }

  private static double millis(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  @Override
  public void close() {
    server.close();
  }
}
