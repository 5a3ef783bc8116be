package org.sekisho.standins.web;

/** Another program has the port that a stand-in wants. */
public final class PortTakenException extends RuntimeException {
  PortTakenException(int port, Throwable cause) {
    super("port " + port + " is taken by another program", cause);
  }
}
