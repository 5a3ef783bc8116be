package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process keeps in memory, as Linux tells it in {@code /proc/PID/status}. */
final class Memory {

  private static final int KILOBYTES_PER_MEGABYTE = 1024;

  private Memory() {}

  static long residentMegabytes(long pid) {
    try {
      return ofStatus(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
    } catch (IOException gone) {
      throw new BenchmarkException("Process " + pid + " cannot be read; is this Linux?", gone);
    }
  }

  static long ofStatus(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .map(kilobytes -> kilobytes / KILOBYTES_PER_MEGABYTE)
        .findFirst()
        .orElseThrow(() -> new BenchmarkException("no resident memory in the status"));
  }
}
