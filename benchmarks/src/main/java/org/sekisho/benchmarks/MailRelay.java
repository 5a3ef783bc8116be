package org.sekisho.benchmarks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * Takes the mails about new phones of the first sign-ins. Without it Sekisho would try each of them
 * again and again while the sign-ins are measured.
 */
final class MailRelay implements AutoCloseable {

  private final GreenMail relay;

  private MailRelay(GreenMail relay) {
    this.relay = relay;
  }

  static MailRelay start(int port) {
    GreenMail relay = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    relay.start();
    return new MailRelay(relay);
  }

  @Override
  public void close() {
    relay.stop();
  }
}
