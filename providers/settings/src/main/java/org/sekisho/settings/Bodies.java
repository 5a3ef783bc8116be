package org.sekisho.settings;

import org.sekisho.core.Problem;

/** A call that changes something needs a body. */
final class Bodies {

  private Bodies() {}

  static <T> T require(T body) {
    if (body == null) {
      throw Problem.of("body-missing", 400, "No request body", "The call needs a JSON body.")
          .toException();
    }
    return body;
  }
}
