package org.sekisho.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The report of {@code benchmarks/history}. */
final class HistoryReport {

  private static final double READING_GOAL = 2;
  private static final double WRITING_GOAL = 3;

  private final HistoryOptions options;
  private final StringBuilder text = new StringBuilder();

  HistoryReport(HistoryOptions options, Machine machine) {
    this.options = options;
    line("# The history: reading a long one, writing it\n");
    line(
        "Began %s, %d cores, load before %.2f, %s, %s.\n",
        machine.began(), machine.cores(), machine.load(), machine.java(), machine.system());
  }

  String markdown() {
    return text.toString();
  }

  void reading(List<HistorySide> sides, List<HistorySide.Answer> answers, List<Duration> idle)
      throws SQLException {
    line("## Reading\n");
    for (int i = 0; i < sides.size(); i++) {
      line(
          "- %s: %s; %d ms CPU of the server in an idle minute",
          sides.get(i).kind.label, sides.get(i).size, idle.get(i).toMillis());
    }
    line("- %d rounds; milliseconds, medians with quartiles\n", options.rounds());
    table("HTTP calls with a token", answers, HistorySide.Answer::call);
    table("The SQL statements alone, of tenants drawn by lot", answers, HistorySide.Answer::sql);
    line("### Plans for the long history\n");
    for (HistoryQuestion question : HistoryQuestion.values()) {
      line("%s:\n\n```\n%s```\n", question.label, sides.get(sides.size() - 1).plan(question));
    }
  }

  private void table(
      String title, List<HistorySide.Answer> answers, ToDoubleFunction<HistorySide.Answer> value) {
    line("### %s\n", title);
    line(
        "| | %s | %s | %s | many : few of one | many : few of all | records |",
        HistorySide.Kind.ALONE.label, HistorySide.Kind.THIN.label, HistorySide.Kind.LARGE.label);
    line("|---|---|---|---|---|---|---|");
    for (HistoryQuestion question : HistoryQuestion.values()) {
      Statistics alone = of(answers, question, HistorySide.Kind.ALONE, value);
      Statistics thin = of(answers, question, HistorySide.Kind.THIN, value);
      Statistics large = of(answers, question, HistorySide.Kind.LARGE, value);
      line(
          "| %s | %s | %s | %s | %s | %s | %s |",
          question.label,
          spread(alone),
          spread(thin),
          spread(large),
          verdict(large.median() / alone.median()),
          verdict(large.median() / thin.median()),
          records(answers, question));
    }
    line("");
  }

  private static String verdict(double ratio) {
    return format(ratio <= READING_GOAL ? "%.2f" : "**%.2f**", ratio);
  }

  private static String records(List<HistorySide.Answer> answers, HistoryQuestion question) {
    StringBuilder records = new StringBuilder();
    for (HistorySide.Kind kind : HistorySide.Kind.values()) {
      records
          .append(records.isEmpty() ? "" : ", ")
          .append(
              format("%.0f", of(answers, question, kind, HistorySide.Answer::records).median()));
    }
    return records.toString();
  }

  private static Statistics of(
      List<HistorySide.Answer> answers,
      HistoryQuestion question,
      HistorySide.Kind kind,
      ToDoubleFunction<HistorySide.Answer> value) {
    return Statistics.of(
        answers.stream()
            .filter(answer -> answer.question() == question && answer.kind() == kind)
            .map(value::applyAsDouble)
            .toList());
  }

  void writing(HistoryWriting.Result result) {
    line("## Writing\n");
    line(
        "CPU per sign-in in milliseconds, the server's without its compiler; %d pairs of blocks of"
            + " %d sign-ins, medians with quartiles.\n",
        options.pairs(), options.signIns());
    line("| | with history | without | difference within a pair |");
    line("|---|---|---|---|");
    cost("server, light hash", result.light(), Block::warmCpuMillis);
    cost("PostgreSQL, light hash", result.light(), Block::databaseMillis);
    cost("server, Keycloak's hash", result.full(), Block::warmCpuMillis);
    double more = difference(result.light(), Block::warmCpuMillis).median();
    double full = without(result.full(), Block::warmCpuMillis).median();
    line(
        "\nThe history adds %.2f ms to a sign-in of %.1f ms with Keycloak's hash: **%.1f %%**"
            + " (goal: at most %.0f %%).",
        more, full, 100 * more / full, WRITING_GOAL);
    line(
        "Samples of the server in the code of the history: %d of %d, %.1f %%, with the light hash.\n",
        result.share().inside(), result.share().all(), result.share().percent());
  }

  private void cost(String what, List<HistoryWriting.Pair> pairs, ToDoubleFunction<Block> value) {
    line(
        "| %s | %s | %s | %s |",
        what,
        spread(Statistics.of(pairs.stream().map(p -> value.applyAsDouble(p.with())).toList())),
        spread(without(pairs, value)),
        spread(difference(pairs, value)));
  }

  private static Statistics without(
      List<HistoryWriting.Pair> pairs, ToDoubleFunction<Block> value) {
    return Statistics.of(pairs.stream().map(pair -> value.applyAsDouble(pair.without())).toList());
  }

  private static Statistics difference(
      List<HistoryWriting.Pair> pairs, ToDoubleFunction<Block> value) {
    return Statistics.of(
        pairs.stream()
            .map(pair -> value.applyAsDouble(pair.with()) - value.applyAsDouble(pair.without()))
            .toList());
  }

  private static String spread(Statistics values) {
    return format(
        "%.2f (%.2f–%.2f)", values.median(), values.firstQuartile(), values.thirdQuartile());
  }

  private void line(String pattern, Object... values) {
    text.append(format(pattern, values)).append('\n');
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
