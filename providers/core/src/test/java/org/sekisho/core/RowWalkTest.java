package org.sekisho.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sekisho.core.RowWalk.Walked;

class RowWalkTest {

  private final NavigableSet<String> rows = new TreeSet<>();
  private final List<String> taken = new ArrayList<>();
  private long nanos;

  private List<String> page(String after) {
    return rows.tailSet(after, false).stream().limit(RowWalk.PAGE).toList();
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      rows.add("row%06d".formatted(i));
    }
  }

  @Test
  void rowsThatFailKeepNoOtherFromItsTurn() {
    fill(3 * RowWalk.PAGE);
    rows.add("the last");
    RowWalk walk = new RowWalk(Duration.ofMinutes(1));

    Walked walked =
        walk.go(
            this::page,
            id -> {
              if (id.startsWith("row")) {
                throw new IllegalStateException("refused");
              }
              taken.add(id);
            });

    assertThat(taken).containsExactly("the last");
    assertThat(walked.done()).isEqualTo(1);
    assertThat(walked.failed()).isEqualTo(3 * RowWalk.PAGE);
    assertThat(walked.example()).startsWith("row000000: ").contains("refused");
  }

  @Test
  void aRunThatTakesTooLongIsGoneOnWithAndThenBegunAnew() {
    fill(2 * RowWalk.PAGE);
    RowWalk walk = new RowWalk(Duration.ofNanos(RowWalk.PAGE + 9), () -> nanos++);

    walk.go(this::page, taken::add);
    assertThat(taken).hasSize(RowWalk.PAGE + 10);
    walk.go(this::page, taken::add);
    assertThat(taken).containsExactlyElementsOf(rows);
    walk.go(this::page, taken::add);
    assertThat(taken.get(2 * RowWalk.PAGE)).isEqualTo("row000000");
  }
}
