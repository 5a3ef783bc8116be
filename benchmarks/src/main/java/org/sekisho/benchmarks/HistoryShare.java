package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * How often a server was met in the code of the history, by Java's own recorder.
 *
 * @param inside samples with a method of the history on the stack
 * @param all samples
 */
record HistoryShare(long inside, long all) {

  private static final String PACKAGE = "org.sekisho.loginhistory.";

  /** A recording that goes on. */
  record Recording(long pid) {

    HistoryShare stop(Path file) throws IOException {
      jcmd(pid, "JFR.dump", "name=history", "filename=" + file);
      jcmd(pid, "JFR.stop", "name=history");
      return read(file);
    }
  }

  static Recording start(long pid) throws IOException {
    jcmd(pid, "JFR.configure", "stackdepth=512");
    jcmd(pid, "JFR.start", "name=history", "settings=profile");
    return new Recording(pid);
  }

  double percent() {
    return 100.0 * inside / Math.max(1, all);
  }

  private static HistoryShare read(Path file) throws IOException {
    long inside = 0;
    long all = 0;
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
          all++;
          inside += isInside(event) ? 1 : 0;
        }
      }
    }
    return new HistoryShare(inside, all);
  }

  private static boolean isInside(RecordedEvent sample) {
    return sample.getStackTrace() != null
        && sample.getStackTrace().getFrames().stream()
            .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(PACKAGE));
  }

  private static void jcmd(long pid, String command, String... arguments) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    ProcessBuilder builder =
        new ProcessBuilder(
            Files.exists(jcmd) ? jcmd.toString() : "jcmd", String.valueOf(pid), command);
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new BenchmarkException("jcmd failed: " + output);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", interrupted);
    }
  }
}
