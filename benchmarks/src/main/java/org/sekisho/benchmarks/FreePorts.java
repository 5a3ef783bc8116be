package org.sekisho.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sekisho.launcher.Ports;

/** Finds ports on the loopback interface that nobody listens on. */
final class FreePorts {

  /** From Sekisho's own ports to those of each stock server. */
  static final int FIRST_STOCK = 10;

  static final int SECOND_STOCK = 20;

  /** From Sekisho's own ports to those of its second server. */
  static final int SECOND_SEKISHO = 30;

  /** From Sekisho's port to PostgreSQL's. */
  static final int DATABASE = 40;

  /** From Sekisho's port to the mail relay's. */
  static final int MAIL = 41;

  private FreePorts() {}

  static Ports find() {
    return IntStream.range(0, 40)
        .mapToObj(i -> Ports.DEFAULT.movedBy(15_000 + 60 * i))
        .filter(FreePorts::areFree)
        .findFirst()
        .orElseThrow(() -> new BenchmarkException("No free ports from 23000 on."));
  }

  private static boolean areFree(Ports ports) {
    List<Integer> wanted = new ArrayList<>();
    for (int distance : new int[] {0, FIRST_STOCK, SECOND_STOCK, SECOND_SEKISHO}) {
      wanted.add(ports.server() + distance);
      wanted.add(ports.management() + distance);
    }
    wanted.add(ports.server() + DATABASE);
    wanted.add(ports.server() + MAIL);
    wanted.addAll(List.of(ports.phone(), ports.microsoft365(), ports.mailGateway()));
    return wanted.stream().allMatch(FreePorts::isFree);
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
