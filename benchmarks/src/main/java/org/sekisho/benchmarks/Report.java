package org.sekisho.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Tells a run to people (Markdown) and to programs (CSV). */
final class Report {

  /** Sekisho's own goal: at most 5 % more CPU than stock Keycloak. */
  static final double GOAL = 1.05;

  private final Options options;
  private final Machine machine;
  private final List<Block> blocks;
  private final StringBuilder text = new StringBuilder();

  Report(Options options, Machine machine, List<Block> blocks) {
    this.options = options;
    this.machine = machine;
    this.blocks = blocks;
  }

  static String csv(List<Block> blocks) {
    StringBuilder csv =
        new StringBuilder(
            "round,position,target,sign_ins,requests,seconds,server_cpu_ms,compiler_cpu_ms,database_cpu_ms\n");
    for (Block block : blocks) {
      csv.append(
          format(
              "%d,%d,%s,%d,%d,%.3f,%d,%d,%d%n",
              block.round(),
              block.position(),
              block.target(),
              block.signIns(),
              block.requests(),
              block.elapsed().toNanos() / 1e9,
              block.serverCpu().toMillis(),
              block.compilerCpu().toMillis(),
              block.databaseCpu().toMillis()));
    }
    return csv.toString();
  }

  String markdown() throws IOException {
    line("# Sign-in: Sekisho beside stock Keycloak\n");
    conditions();
    if (options.hash() == PasswordHash.FULL) {
      verdict();
    }
    costs();
    ratios("CPU time per sign-in without the compiler, as a ratio", Block::warmCpuMillis);
    ratios("CPU time per sign-in with the compiler, as a ratio", Block::cpuMillis);
    ratios("Sign-ins per second, as a ratio (above 1 is faster)", Block::rate);
    rounds();
    return text.toString();
  }

  private void conditions() throws IOException {
    String version =
        Files.readString(options.repository().resolve("server/target/keycloak/version.txt"));
    line("- Server: %s, production mode, one node each, PostgreSQL", version.strip());
    line("- Java: %s; %s, %d cores", machine.java(), machine.system(), machine.cores());
    line("- Load average of the machine before the run: %.2f", machine.load());
    line("- Began %s, took %d min", machine.began(), minutesSince(machine.began()));
    line(
        "- %d rounds of one block per target, %d sign-ins per block, %d at the same time;"
            + " warm-up %d sign-ins per target after one of each of the %d users; hash: %s%s\n",
        options.pairs(),
        options.signIns(),
        options.virtualUsers(),
        options.warmUp(),
        options.users(),
        options.hash(),
        options.javaOptions().isEmpty() ? "" : "; Java options: " + options.javaOptions());
  }

  private static long minutesSince(Instant began) {
    return Duration.between(began, Instant.now()).plusSeconds(30).toMinutes();
  }

  private void verdict() {
    List.of(Target.Kind.SEKISHO_APP, Target.Kind.SEKISHO).stream()
        .filter(kinds()::contains)
        .forEach(this::verdict);
  }

  private void verdict(Target.Kind sekisho) {
    Statistics ratio = ratio(sekisho, Target.Kind.STOCK_2, Block::warmCpuMillis);
    line(
        "**%s: on a warm server %.2f times the CPU of stock Keycloak's default sign-in (half of the"
            + " rounds between %.2f and %.2f). Goal: at most %.2f – %s.**\n",
        sekisho.label,
        ratio.median(),
        ratio.firstQuartile(),
        ratio.thirdQuartile(),
        GOAL,
        ratio.median() <= GOAL ? "met" : "not met");
  }

  private void costs() {
    line("## What a sign-in costs\n");
    line("Medians over the blocks, quartiles in brackets.\n");
    line(
        "| Target | CPU of the server, ms | the same without the compiler | Sign-ins per second"
            + " | CPU of PostgreSQL, ms | HTTP requests |");
    line("|---|---:|---:|---:|---:|---:|");
    for (Target.Kind kind : kinds()) {
      line(
          "| %s | %s | %s | %s | %s | %.1f |",
          kind.label,
          spread(of(kind, Block::cpuMillis)),
          spread(of(kind, Block::warmCpuMillis)),
          spread(of(kind, Block::rate)),
          spread(of(kind, Block::databaseMillis)),
          of(kind, Block::requestsEach).median());
    }
    line("");
  }

  private void ratios(String title, ToDoubleFunction<Block> value) {
    line("## %s\n", title);
    line("| | Ratio of medians | Median of the rounds' ratios | Quartiles | Least to most |");
    line("|---|---:|---:|---:|---:|");
    ratioLine(Target.Kind.SEKISHO_APP, Target.Kind.STOCK_2, value);
    ratioLine(Target.Kind.SEKISHO, Target.Kind.STOCK_2, value);
    ratioLine(Target.Kind.SEKISHO, Target.Kind.SEKISHO_APP, value);
    ratioLine(Target.Kind.SEKISHO_APP, Target.Kind.STOCK_3, value);
    ratioLine(Target.Kind.STOCK_3, Target.Kind.STOCK_2, value);
    line("");
  }

  private void ratioLine(Target.Kind one, Target.Kind other, ToDoubleFunction<Block> value) {
    if (!kinds().containsAll(Set.of(one, other))) {
      return;
    }
    Statistics ratio = ratio(one, other, value);
    line(
        "| %s : %s | %.3f | %.3f | %.3f to %.3f | %.3f to %.3f |",
        one.label,
        other.label,
        of(one, value).median() / of(other, value).median(),
        ratio.median(),
        ratio.firstQuartile(),
        ratio.thirdQuartile(),
        ratio.min(),
        ratio.max());
  }

  private void rounds() {
    line("## Rounds\n");
    line("CPU of the server in ms per sign-in, in brackets without the compiler.\n");
    line("| Round | In the order measured |");
    line("|---:|---|");
    for (int round = 1; round <= options.pairs(); round++) {
      line("| %d | %s |", round, inOrder(round));
    }
  }

  private Set<Target.Kind> kinds() {
    Set<Target.Kind> kinds = EnumSet.noneOf(Target.Kind.class);
    blocks.forEach(block -> kinds.add(block.target()));
    return kinds;
  }

  private String inOrder(int round) {
    return blocks.stream()
        .filter(block -> block.round() == round)
        .map(
            block ->
                format(
                    "%s %.1f (%.1f)",
                    block.target().label, block.cpuMillis(), block.warmCpuMillis()))
        .collect(Collectors.joining("; "));
  }

  private Statistics of(Target.Kind kind, ToDoubleFunction<Block> value) {
    return Statistics.of(
        blocks.stream().filter(block -> block.target() == kind).map(value::applyAsDouble).toList());
  }

  /** Of the ratios within each round, for its blocks were made under the same conditions. */
  private Statistics ratio(Target.Kind one, Target.Kind other, ToDoubleFunction<Block> value) {
    return Statistics.of(
        blocks.stream()
            .filter(block -> block.target() == one)
            .map(
                block ->
                    value.applyAsDouble(block) / value.applyAsDouble(block(block.round(), other)))
            .toList());
  }

  private Block block(int round, Target.Kind kind) {
    return blocks.stream()
        .filter(block -> block.round() == round && block.target() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static String spread(Statistics values) {
    return format(
        "%.1f (%.1f to %.1f)", values.median(), values.firstQuartile(), values.thirdQuartile());
  }

  private void line(String pattern, Object... values) {
    text.append(format(pattern, values)).append('\n');
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
