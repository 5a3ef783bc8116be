package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sekisho.testsupport.PatientPostgres;

/** Two nodes on one PostgreSQL. */
final class Cluster implements AutoCloseable {

  private static final String DATABASE = "sekisho";

  private final EmbeddedPostgres postgres;
  final Node first = new Node(0);
  final Node second = new Node(1);
  private String database = DATABASE;

  private Cluster(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Cluster start() throws IOException {
    clear(Node.WORK);
    Files.createDirectories(Node.WORK);
    EmbeddedPostgres postgres =
        PatientPostgres.builder()
            .setDataDirectory(Node.WORK.resolve("postgres-data"))
            .setOverrideWorkingDirectory(Node.WORK.resolve("postgres").toFile())
            .setCleanDataDirectory(true)
            .start();
    Cluster cluster = new Cluster(postgres);
    try {
      if (SoftToken.isInstalled()) {
        SoftToken.make();
      }
      cluster.execute("postgres", "CREATE DATABASE " + DATABASE);
      cluster.first.build();
      cluster.second.copyOf(cluster.first);
      cluster.start(cluster.first);
      cluster.start(cluster.second);
      return cluster;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      cluster.close();
      throw new IOException(interrupted);
    } catch (IOException | RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  void start(Node node) throws IOException {
    node.start("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database);
  }

  /** Dumps the database as the documentation says, while the nodes serve. */
  Path backUp() throws IOException {
    Path dump = Node.WORK.resolve("sekisho.dump");
    run(
        "pg_dump",
        "--format=custom",
        // The addresses of living nodes: a restored one would wait for the dead to answer.
        "--exclude-table-data=jgroups_ping",
        "--file=" + dump,
        DATABASE);
    return dump;
  }

  /** Restores into an empty database, on which the nodes are started from now on. */
  void restore(Path dump) throws IOException {
    execute("postgres", "CREATE DATABASE restored");
    run("pg_restore", "--exit-on-error", "--dbname=restored", dump.toString());
    database = "restored";
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST", "localhost",
                "PGPORT", String.valueOf(postgres.getPort()),
                "PGUSER", "postgres",
                "PGPASSWORD", "postgres"));
    try {
      if (builder.start().waitFor() != 0) {
        throw new IOException(program + " failed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  /** The first column of the first row, as a number. */
  long number(String sql, String... values) {
    try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Keeps a row from being written by anybody else until it is closed. */
  Connection holdRow(String sql, String id) {
    try {
      Connection connection = postgres.getDatabase("postgres", database).getConnection();
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql + " for update")) {
        statement.setString(1, id);
        assertThat(statement.executeQuery().next()).as("the row").isTrue();
      }
      return connection;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** As if ten minutes had passed since a dead node took its leases at Microsoft. */
  void endLeases() {
    execute(database, "update SEKISHO_M365_DIRECTORY set LEASE_UNTIL = 1");
  }

  /**
   * Waits until nobody has written anything that is not committed. What a killed node has sent may
   * still be committed after its end; until then two looks may see two things.
   */
  void awaitSettled() throws InterruptedException {
    Eventually.holds(
        () -> number("select count(*) from pg_stat_activity where backend_xid is not null") == 0);
  }

  /** Waits for the moment at which somebody waits for a row that is held. */
  void awaitSomebodyWaiting() throws InterruptedException {
    Eventually.holds(() -> number("select count(*) from pg_locks where not granted") > 0);
  }

  private void execute(String on, String sql) {
    try (Connection connection = postgres.getDatabase("postgres", on).getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Waits for the moment at which a transaction has written to the table and is not committed. */
  void awaitOpenWriteTo(String table) throws InterruptedException {
    String sql =
        "select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
            + " where c.relname = ? and l.mode = 'RowExclusiveLock' and l.granted";
    Eventually.holds(() -> number(sql, table) > 0);
  }

  @Override
  public void close() throws IOException {
    first.close();
    second.close();
    postgres.close();
  }

  private static void clear(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
