package org.sekisho.standins.microsoft365;

import java.util.List;
import java.util.Optional;

/** What the rules found about one submission. */
record Verdict(Evidence evidence, List<Failure> failures) {

  /** One rule that was not kept. */
  record Failure(Rule rule, String text) {}

  boolean accepted() {
    return failures.isEmpty() && evidence.nextAttempt().isEmpty();
  }

  /**
   * The request to send next, if all rules were kept but the identity provider is to be asked for
   * more.
   */
  Optional<SignInAttempt> nextAttempt() {
    return failures.isEmpty() ? evidence.nextAttempt() : Optional.empty();
  }

  /** The code that a user would see: that of the first rule not kept. */
  Optional<String> error() {
    return failures.stream().findFirst().map(failure -> failure.rule().error());
  }
}
