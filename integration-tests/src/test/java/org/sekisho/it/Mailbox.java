package org.sekisho.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The relay that takes the mail of all tenants. Other tests' mails may come in as well. */
final class Mailbox implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);

  private final GreenMail relay = new GreenMail(address());

  private static ServerSetup address() {
    ServerSetup address = new ServerSetup(Setup.SMTP_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    address.setServerStartupTimeout(START.toMillis());
    return address;
  }

  /** A mail as its reader sees it. */
  record Mail(String subject, String text, String html) {}

  Mailbox open() {
    relay.start();
    return this;
  }

  @Override
  public void close() {
    relay.stop();
  }

  /** What somebody has got so far. */
  List<Mail> to(String address) {
    return Arrays.stream(relay.getReceivedMessages())
        .filter(message -> isTo(message, address))
        .map(Mailbox::read)
        .toList();
  }

  /** Waits for a mail with this in its subject. */
  Mail await(String address, String subject) throws InterruptedException {
    Eventually.holds(() -> to(address).stream().anyMatch(mail -> mail.subject().contains(subject)));
    return to(address).stream()
        .filter(mail -> mail.subject().contains(subject))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isTo(MimeMessage message, String address) {
    try {
      return message.getAllRecipients()[0].toString().equals(address);
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Mail read(MimeMessage message) {
    try {
      MimeMultipart parts = (MimeMultipart) message.getContent();
      return new Mail(message.getSubject(), text(parts.getBodyPart(0)), text(parts.getBodyPart(1)));
    } catch (MessagingException | IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String text(BodyPart part) throws MessagingException, IOException {
    return part.getContent().toString();
  }
}
