package org.sekisho.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts the same questions to servers with short and long histories, in turns. */
final class HistoryReading {

  private static final int CALLS = 3;

  /** Each question some hundred times: the servers compile what they do often. */
  private static final int WARM_UP_ROUNDS = 60;

  private final HistoryOptions options;
  private final List<HistorySide> sides;

  HistoryReading(HistoryOptions options, List<HistorySide> sides) {
    this.options = options;
    this.sides = sides;
  }

  List<HistorySide.Answer> run() throws SQLException {
    System.out.println("Warming up");
    for (int round = 0; round < Math.min(WARM_UP_ROUNDS, 2 * options.rounds()); round++) {
      List<HistorySide.Answer> unused = round(round);
    }
    System.out.println("Measuring");
    List<HistorySide.Answer> answers = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      answers.addAll(round(round));
    }
    return answers;
  }

  /** CPU time of each server in a minute in which nobody asks: what runs in the background. */
  List<Duration> idle() {
    System.out.println("Resting");
    List<Duration> before = sides.stream().map(HistorySide::cpu).toList();
    Pause.of(Duration.ofMinutes(1));
    List<Duration> used = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      used.add(sides.get(i).cpu().minus(before.get(i)));
    }
    return used;
  }

  private List<HistorySide.Answer> round(int round) throws SQLException {
    List<HistorySide.Answer> answers = new ArrayList<>();
    sides.forEach(HistorySide::refresh);
    for (HistoryQuestion question : HistoryQuestion.values()) {
      for (int call = 0; call < CALLS; call++) {
        for (int i = 0; i < sides.size(); i++) {
          answers.add(sides.get((round + call + i) % sides.size()).ask(round, question));
        }
      }
    }
    return answers;
  }
}
