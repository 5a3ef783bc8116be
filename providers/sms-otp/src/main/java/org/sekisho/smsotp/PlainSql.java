package org.sekisho.smsotp;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.keycloak.connections.jpa.util.JpaUtils;

/**
 * Statements in the transaction of an entity manager that are on the way of every sign-in.
 * Hibernate costs several times what the database's own driver does for them.
 *
 * <p>Changes that wait in the entity manager are not written before: tables that are used here are
 * used by nobody else in the same transaction. Values are texts, numbers or booleans and never
 * null.
 */
final class PlainSql {

  private static final String SCHEMA = "{h-schema}";

  private PlainSql() {}

  /** Makes something of the row at which the cursor stands. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Inserts, updates or deletes.
   *
   * @param sql with <code>{h-schema}</code> before names of tables
   * @return how many rows were changed
   */
  static int change(EntityManager entities, String sql, Object... values) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = prepare(connection, entities, sql, values)) {
                return statement.executeUpdate();
              }
            });
  }

  /**
   * Reads rows.
   *
   * @param sql as for {@link #change}
   */
  static <T> List<T> read(EntityManager entities, Row<T> reader, String sql, Object... values) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              List<T> found = new ArrayList<>();
              try (PreparedStatement statement = prepare(connection, entities, sql, values);
                  ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                  found.add(reader.read(rows));
                }
              }
              return found;
            });
  }

  private static PreparedStatement prepare(
      Connection connection, EntityManager entities, String sql, Object... values)
      throws SQLException {
    String prefix = JpaUtils.getTableNameForNativeQuery("", entities);
    PreparedStatement statement = connection.prepareStatement(sql.replace(SCHEMA, prefix));
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
