package org.sekisho.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hands out the users of a target in turn and lets each one rest, so that no limit is met: a
 * one-time code of an authenticator app is good once in 30 seconds, and a phone gets at most ten
 * messages in ten minutes.
 */
final class UserPool {

  static final Duration REST = Duration.ofSeconds(61);

  private final Instant[] lastUsed;
  private int next;

  UserPool(int size) {
    lastUsed = new Instant[size];
    Arrays.fill(lastUsed, Instant.EPOCH);
  }

  /** The numbers of the next users; waits until all have rested. */
  List<Integer> take(int count) {
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(next);
      next = (next + 1) % lastUsed.length;
    }
    for (int user : taken) {
      Duration missing = Duration.between(Instant.now(), lastUsed[user].plus(REST));
      if (!missing.isNegative()) {
        Pause.of(missing);
      }
    }
    return taken;
  }

  /** To be called when the block has ended. */
  void giveBack(List<Integer> users) {
    Instant now = Instant.now();
    users.forEach(user -> lastUsed[user] = now);
  }

  /** Until every user of every pool has rested. */
  static void pauseForAll() {
    Pause.of(REST);
  }

  int size() {
    return lastUsed.length;
  }
}
