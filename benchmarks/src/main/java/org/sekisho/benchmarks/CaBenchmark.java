package org.sekisho.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Measures issuing, revocation lists and OCSP answers beside OpenSSL, see README.md. */
public final class CaBenchmark {

  private static final String OURS = "Sekisho";
  private static final String PROCESSES = "openssl, a process each";

  /** A process takes long; fewer of them give the rate as well. */
  private static final int PROCESS_SHARE = 10;

  private static final int WARM_UP = 10;

  private final CaOptions options;
  private final CaReport report = new CaReport();
  private final CaOurs ours;
  private final CaOpenSsl openSsl;

  private CaBenchmark(CaOptions options) throws IOException, GeneralSecurityException {
    this.options = options;
    Files.createDirectories(options.work());
    CaMaterial material = new CaMaterial(options);
    this.ours = new CaOurs(options.work(), material);
    this.openSsl = new CaOpenSsl(options.work(), material);
  }

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    try {
      CaOptions options = CaOptions.of(arguments);
      Machine machine = Machine.now();
      CaBenchmark benchmark = new CaBenchmark(options);
      benchmark.run();
      String text = benchmark.report.text(options, machine);
      Files.writeString(options.report(), text);
      System.out.print(text);
    } catch (BenchmarkException worthless) {
      System.err.println(worthless.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      ours.issue();
      ours.answer(options.answers());
      ours.list();
    }
    int port = freePort();
    Process server = openSsl.serve(port);
    HttpServer own = ours.serve();
    try {
      OcspClient theirs = new OcspClient(port, ours.request());
      OcspClient mine = new OcspClient(own.getAddress().getPort(), ours.request());
      awaitAnswer(theirs);
      mine.ask(options.answers() * WARM_UP / 2);
      for (int round = 0; round < options.rounds(); round++) {
        round();
        overHttp(mine, theirs);
      }
    } finally {
      server.destroy();
      own.stop(0);
    }
  }

  private void round() throws IOException {
    int leaves = options.leaves();
    int fewLeaves = Math.max(1, leaves / PROCESS_SHARE);
    int fewAnswers = Math.max(1, options.answers() / PROCESS_SHARE);
    measure(CaReport.Task.LEAVES, OURS, leaves, ours::issue);
    openSsl.clear();
    measure(
        CaReport.Task.LEAVES,
        "openssl ca, one process for all",
        leaves,
        () -> openSsl.issueAllInOneProcess(leaves));
    openSsl.clear();
    measure(
        CaReport.Task.LEAVES, PROCESSES, fewLeaves, () -> openSsl.issueEachInAProcess(fewLeaves));
    measure(CaReport.Task.LIST, OURS, 1, ours::list);
    measure(CaReport.Task.LIST, "openssl ca -gencrl", 1, openSsl::list);
    measure(CaReport.Task.ANSWERS, OURS, options.answers(), () -> ours.answer(options.answers()));
    measure(
        CaReport.Task.ANSWERS,
        PROCESSES,
        fewAnswers,
        () -> openSsl.answerEachInAProcess(fewAnswers));
  }

  private void overHttp(OcspClient mine, OcspClient theirs) throws IOException {
    measure(CaReport.Task.HTTP, OURS, options.answers(), () -> mine.ask(options.answers()));
    measure(
        CaReport.Task.HTTP,
        "openssl ocsp -port",
        options.answers(),
        () -> theirs.ask(options.answers()));
  }

  /** Something to be measured. */
  private interface Work {

    void run() throws IOException;
  }

  private void measure(CaReport.Task task, String side, int count, Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    report.add(task, side, count, (System.nanoTime() - start) / 1e9);
  }

  private static void awaitAnswer(OcspClient client) {
    for (int i = 0; i < 100; i++) {
      try {
        client.ask();
        return;
      } catch (IOException notYet) {
        Pause.of(Duration.ofMillis(100));
      }
    }
    throw new BenchmarkException("openssl ocsp -port does not answer");
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
