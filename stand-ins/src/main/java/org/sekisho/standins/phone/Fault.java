package org.sekisho.standins.phone;

import java.util.Map;
import java.util.Optional;
import org.sekisho.standins.web.Response;

/**
 * A way in which the gateway misbehaves.
 *
 * @param seconds how long a slow or hanging answer takes, 1 to 60
 */
record Fault(Mode mode, int seconds) {
  static final Fault NONE = new Fault(Mode.NONE, 0);
  static final int LONGEST_SECONDS = 60;

  /** The name of a mode is what tests put into the JSON. */
  enum Mode {
    NONE("none"),
    HTTP_500("http-500"),
    HANG("hang"),
    NONSENSE("nonsense"),
    HTML_200("html-200"),
    REJECT_21211("reject-21211"),
    SLOW("slow");

    private final String label;

    Mode(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static Optional<Mode> of(String label) {
      for (Mode mode : values()) {
        if (mode.label.equals(label)) {
          return Optional.of(mode);
        }
      }
      return Optional.empty();
    }
  }

  /** The wrong answer, or nothing if the message is to be sent after all. */
  Optional<Response> insteadOfSending() {
    return switch (mode) {
      case NONE -> Optional.empty();
      case HTTP_500 -> Optional.of(TwilioProblem.answer(500, 20500, "Internal Server Error"));
      case HANG -> {
        pause();
        yield Optional.of(Response.abandoned());
      }
      case NONSENSE -> Optional.of(Response.json(200, Map.of("hello", "world")));
      case HTML_200 ->
          Optional.of(Response.html(200, "<!doctype html><title>Proxy</title><p>Welcome</p>"));
      case REJECT_21211 ->
          Optional.of(TwilioProblem.answer(400, 21211, "Invalid 'To' Phone Number"));
      case SLOW -> {
        pause();
        yield Optional.empty();
      }
    };
  }

  private void pause() {
    try {
      Thread.sleep(seconds * 1000L);
    } catch (InterruptedException e) {
      // The stand-in is closing; the client is to see that at once.
      Thread.currentThread().interrupt();
    }
  }
}
