package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * User and system time that processes have used, as Linux counts them: with garbage collection and
 * compilation, in steps of 10 ms.
 */
final class Cpu {

  /** Linux tells user space 100 ticks per second on every architecture that Java runs on. */
  private static final long MILLIS_PER_TICK = 10;

  /** Fields after the name in {@code /proc/PID/stat}, see proc(5): utime and stime, own. */
  private static final int OWN_USER = 11;

  private static final int OWN_SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Cpu() {}

  static Duration of(ProcessHandle process) {
    String[] fields = stat(process.pid());
    return ticks(Long.parseLong(fields[OWN_USER]) + Long.parseLong(fields[OWN_SYSTEM]));
  }

  /** A process with all that it has started, also what has ended since. */
  static Duration ofTree(ProcessHandle root) {
    long sum =
        Stream.concat(Stream.of(root), root.descendants()).mapToLong(Cpu::withEndedChildren).sum();
    return ticks(sum);
  }

  /**
   * What the compiler threads of a Java process have used. A server compiles for its first
   * thousands of sign-ins and then hardly any more, so it is not what a sign-in costs.
   */
  static Duration ofCompiler(ProcessHandle process) {
    Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
    try (Stream<Path> each = Files.list(threads)) {
      return ticks(each.mapToLong(Cpu::ticksOfCompilerThread).sum());
    } catch (IOException gone) {
      throw new BenchmarkException("Process " + process.pid() + " cannot be read", gone);
    }
  }

  private static long ticksOfCompilerThread(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      String[] fields = fields(stat);
      return isCompiler(stat)
          ? Long.parseLong(fields[OWN_USER]) + Long.parseLong(fields[OWN_SYSTEM])
          : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** HotSpot calls them {@code C1 CompilerThread0}; Linux keeps 15 characters of a name. */
  static boolean isCompiler(String stat) {
    return stat.contains("(C1 CompilerThre") || stat.contains("(C2 CompilerThre");
  }

  private static long withEndedChildren(ProcessHandle process) {
    try {
      String[] fields = stat(process.pid());
      return Long.parseLong(fields[OWN_USER])
          + Long.parseLong(fields[OWN_SYSTEM])
          + Long.parseLong(fields[CHILDREN_USER])
          + Long.parseLong(fields[CHILDREN_SYSTEM]);
    } catch (BenchmarkException ended) {
      // Its parent counts it from now on.
      return 0;
    }
  }

  private static Duration ticks(long ticks) {
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }

  private static String[] stat(long pid) {
    try {
      return fields(Files.readString(Path.of("/proc", String.valueOf(pid), "stat")));
    } catch (IOException gone) {
      throw new BenchmarkException("Process " + pid + " cannot be read; is this Linux?", gone);
    }
  }

  /** The fields from the state on; the name before them may hold blanks and brackets. */
  static String[] fields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }
}
