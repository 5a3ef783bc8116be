package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sekisho.launcher.LaunchException;
import org.sekisho.launcher.Layout;
import org.sekisho.launcher.Ports;
import org.sekisho.launcher.StandIns;

/**
 * Measures what reading a long history costs, and what writing adds to a sign-in; see README.md.
 */
public final class HistoryBenchmark {

  private static final int[] DISTANCES = {0, FreePorts.FIRST_STOCK, FreePorts.SECOND_STOCK};

  private final HistoryOptions options;
  private final Ports ports = FreePorts.find();

  private HistoryBenchmark(HistoryOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws Exception {
    try {
      new HistoryBenchmark(HistoryOptions.of(arguments)).run();
    } catch (BenchmarkException | LaunchException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        System.err.println(cause.getMessage());
      }
      System.exit(1);
    }
    System.exit(0);
  }

  private void run() throws Exception {
    HistoryReport report = new HistoryReport(options, Machine.now());
    ServerHomes homes = ServerHomes.empty(options.repository(), options.work());
    Path with = homes.build("sekisho", file -> true, SekishoOptions.of(ports));
    AutoCloseable standIns =
        StandIns.start(new Layout(options.repository(), options.work()), ports);
    MailRelay relay = MailRelay.start(ports.server() + FreePorts.MAIL);
    try (Database database = Database.start(options.work(), ports.server() + FreePorts.DATABASE)) {
      if (options.writes()) {
        writing(homes, with, database, report);
      }
      if (options.reads()) {
        reading(homes, with, database, report);
      }
    } finally {
      relay.close();
      standIns.close();
    }
    Path file = options.output().resolve("history.md");
    Files.writeString(file, report.markdown());
    System.out.println(file);
  }

  private void reading(ServerHomes homes, Path with, Database database, HistoryReport report)
      throws IOException, SQLException {
    List<HistorySide> sides = new ArrayList<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> sides.forEach(HistorySide::close)));
    try {
      for (HistorySide.Kind kind : HistorySide.Kind.values()) {
        KeycloakServer.Setup setup =
            setup(kind.name().toLowerCase(Locale.ROOT), sides.size(), database);
        sides.add(
            HistorySide.start(
                kind,
                options,
                homes.copy(with, setup.name()),
                setup,
                database,
                new Phone(ports.phoneUrl())));
      }
      HistoryReading reading = new HistoryReading(options, sides);
      List<HistorySide.Answer> answers = reading.run();
      report.reading(sides, answers, reading.idle());
    } finally {
      sides.forEach(HistorySide::close);
    }
  }

  private void writing(ServerHomes homes, Path with, Database database, HistoryReport report)
      throws IOException {
    Path without = homes.build("without", file -> !isOfTheHistory(file), SekishoOptions.of(ports));
    try (HistoryWriting writing = new HistoryWriting(options, database, ports)) {
      Runtime.getRuntime().addShutdownHook(new Thread(writing::close));
      writing.add(homes.copy(with, "with"), setup("with_history", 0, database));
      writing.add(without, setup("without_history", 1, database));
      report.writing(writing.run());
    }
  }

  private static boolean isOfTheHistory(Path file) {
    return file.getFileName().toString().matches("sekisho-(login-history|history-seal).*\\.jar");
  }

  private KeycloakServer.Setup setup(String name, int number, Database database) {
    return new KeycloakServer.Setup(
        name,
        ports.server() + DISTANCES[number],
        ports.management() + DISTANCES[number],
        database.create(name),
        SekishoOptions.of(ports),
        KeycloakServer.SAME_HEAP,
        "");
  }
}
