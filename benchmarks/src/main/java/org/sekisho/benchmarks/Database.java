package org.sekisho.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL with a database per server, on the loopback interface. */
final class Database implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final ProcessHandle postmaster;

  private Database(EmbeddedPostgres postgres, ProcessHandle postmaster) {
    this.postgres = postgres;
    this.postmaster = postmaster;
  }

  static Database start(Path work, int port) throws IOException {
    Path data = work.resolve("postgres-data");
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(work.resolve("postgres").toFile())
            .setCleanDataDirectory(true)
            .start();
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    return new Database(postgres, ProcessHandle.of(pid).orElseThrow());
  }

  /** Makes an empty database and returns its JDBC address. */
  String create(String name) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    } catch (SQLException failed) {
      throw new BenchmarkException("The database " + name + " could not be made", failed);
    }
  }

  Connection connect(String name) throws SQLException {
    return postgres.getDatabase("postgres", name).getConnection();
  }

  Duration cpu() {
    return Cpu.ofTree(postmaster);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
