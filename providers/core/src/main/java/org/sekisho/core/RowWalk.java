package org.sekisho.core;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Goes through rows by their identifiers, a page at a time and each row for itself: one that fails
 * keeps no other from its turn, however many fail. A run that takes too long ends, and the next one
 * on this node goes on behind it.
 */
public final class RowWalk {

  /** Rows that are asked for at a time. */
  public static final int PAGE = 200;

  private final long most;
  private final LongSupplier nanos;
  private String after = "";

  /**
   * Starts at the first row.
   *
   * @param most how long a run goes on; at least one row has its turn
   */
  public RowWalk(Duration most) {
    this(most, System::nanoTime);
  }

  RowWalk(Duration most, LongSupplier nanos) {
    this.most = most.toNanos();
    this.nanos = nanos;
  }

  /**
   * What a run has done.
   *
   * @param example the first that failed, and why; empty where none has
   */
  public record Walked(int done, int failed, String example) {

    private Walked next() {
      return new Walked(done + 1, failed, example);
    }

    private Walked failure(String id, RuntimeException why) {
      return new Walked(done, failed + 1, failed == 0 ? id + ": " + why : example);
    }
  }

  /**
   * Goes on.
   *
   * @param page gives identifiers behind the given one, in their order, not more than {@link #PAGE}
   * @param work for one row; what it throws is counted
   */
  public Walked go(Function<String, List<String>> page, Consumer<String> work) {
    long start = nanos.getAsLong();
    Walked walked = new Walked(0, 0, "");
    while (true) {
      List<String> rows = page.apply(after);
      for (String id : rows) {
        walked = take(walked, id, work);
        after = id;
        if (nanos.getAsLong() - start > most) {
          return walked;
        }
      }
      if (rows.size() < PAGE) {
        after = "";
        return walked;
      }
    }
  }

  /** The same, each page and each row in a transaction of its own. */
  public Walked go(
      KeycloakSessionFactory factory,
      BiFunction<KeycloakSession, String, List<String>> page,
      BiConsumer<KeycloakSession, String> work) {
    return go(
        after ->
            KeycloakModelUtils.runJobInTransactionWithResult(
                factory, own -> page.apply(own, after)),
        id -> KeycloakModelUtils.runJobInTransaction(factory, own -> work.accept(own, id)));
  }

  private static Walked take(Walked walked, String id, Consumer<String> work) {
    try {
      work.accept(id);
      return walked.next();
    } catch (RuntimeException failed) {
      return walked.failure(id, failed);
    }
  }
}
