package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command {@code openssl} in the folder of the measurement. */
final class OpenSslCommand {

  private final Path folder;

  OpenSslCommand(Path folder) {
    this.folder = folder;
  }

  /** Throws {@link BenchmarkException} where it does not end with 0. */
  void run(List<String> arguments) {
    try {
      Process process = start(arguments);
      if (process.waitFor() != 0) {
        throw new BenchmarkException(
            "openssl " + arguments.get(0) + " failed, see " + log(arguments));
      }
    } catch (IOException failed) {
      throw new BenchmarkException("openssl cannot be run", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkException("interrupted", interrupted);
    }
  }

  Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log(arguments).toFile())
        .start();
  }

  private Path log(List<String> arguments) {
    return folder.resolve("openssl-" + arguments.get(0) + ".log");
  }
}
