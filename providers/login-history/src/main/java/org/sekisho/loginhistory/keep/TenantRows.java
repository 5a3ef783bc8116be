package org.sekisho.loginhistory.keep;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** All rows of a tenant, in every table of the history. */
public final class TenantRows {

  private static final List<String> TABLES =
      List.of(
          "SEKISHO_LOGIN_RECORD",
          "SEKISHO_OPEN_SESSION",
          "SEKISHO_KNOWN_DEVICE",
          "SEKISHO_SIGN_IN_CHECK",
          "SEKISHO_NOTICE",
          "SEKISHO_HISTORY_RULES",
          "SEKISHO_HISTORY_SEAL");

  private final EntityManager entities;

  public TenantRows(KeycloakSession session) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  public void delete(String realmId) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              for (String table : TABLES) {
                delete(connection, table, realmId);
              }
            });
  }

  private static void delete(Connection connection, String table, String realmId)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from " + table + " where REALM_ID = ?")) {
      delete.setString(1, realmId);
      delete.executeUpdate();
    }
  }
}
