package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.sekisho.launcher.LaunchException;

/** Measures what a sign-in costs with Sekisho and with stock Keycloak, see README.md. */
public final class SignInBenchmark {

  private SignInBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(Options.of(arguments));
    } catch (BenchmarkException | LaunchException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        System.err.println(cause.getMessage());
      }
      System.exit(1);
    }
    System.exit(0);
  }

  private static void run(Options options) throws IOException {
    Machine machine = Machine.now();
    try (Servers.Running running = Servers.start(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      Measurement measurement = new Measurement(running.targets(), running.database(), options);
      System.out.println("Warming up");
      measurement.warmUp();
      running.targets().stream()
          .map(Target::kind)
          .filter(Target.Kind::isSekisho)
          .forEach(kind -> WaitingMails.areSent(running.database(), kind.database()));
      List<Block> blocks = measurement.run();
      Path csv = options.output().resolve("sign-in.csv");
      Path report = options.output().resolve("sign-in.md");
      Files.writeString(csv, Report.csv(blocks));
      Files.writeString(report, new Report(options, machine, blocks).markdown());
      if (options.hash() == PasswordHash.LIGHT) {
        HashCost hash = HashCost.measure(running, options, blocks);
        String withHash = new HashReport(blocks, hash).markdown();
        Files.writeString(report, withHash, StandardOpenOption.APPEND);
      }
      System.out.println(report);
    }
  }
}
