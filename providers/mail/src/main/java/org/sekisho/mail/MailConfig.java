package org.sekisho.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;

/**
 * The relay for the mail of all tenants; server configuration {@code spi-email-sender--sekisho--*}.
 * A realm of its own has no mail settings, so no realm holds the password.
 *
 * @param port 1 to 65535
 * @param user null where the relay asks for none
 * @param password only with a user
 * @param from the sender's address
 * @param fromName the sender's name as people read it
 */
record MailConfig(
    String host,
    int port,
    Encryption encryption,
    String user,
    String password,
    String from,
    String fromName) {

  /** Submission over TLS from the first byte (RFC 8314 §3.3). */
  private static final int SUBMISSIONS = 465;

  private static final int LAST_PORT = 65_535;

  /** How the connection to the relay is protected. */
  enum Encryption {
    NONE,
    /** Whoever stands between us and the relay can take the offer of encryption away. */
    STARTTLS,
    SSL
  }

  /**
   * Empty where no host is configured: the server starts, and mail fails with a clear error.
   *
   * @throws IllegalArgumentException naming the option that cannot be used
   */
  static Optional<MailConfig> of(Config.Scope scope) {
    String host = scope.get("host");
    if (host == null || host.isBlank()) {
      return Optional.empty();
    }
    int port = scope.getInt("port", SUBMISSIONS);
    require(port >= 1 && port <= LAST_PORT, "port must be 1 to 65535");
    String from = scope.get("from");
    require(from != null && from.contains("@"), "from must be a mail address");
    String user = scope.get("user");
    String password = scope.get("password");
    require(user == null || password != null, "password is missing beside user");
    Encryption encryption = encryption(scope);
    require(
        user == null || encryption != Encryption.NONE, "encryption none would show the password");
    return Optional.of(
        new MailConfig(host, port, encryption, user, password, from, scope.get("from-name", "")));
  }

  private static Encryption encryption(Config.Scope scope) {
    try {
      return Encryption.valueOf(scope.get("encryption", "ssl").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("encryption must be none, starttls or ssl", unknown);
    }
  }

  private static void require(boolean right, String fault) {
    if (!right) {
      throw new IllegalArgumentException("spi-email-sender--sekisho: " + fault);
    }
  }

  /** As Keycloak's sender wants it; its time limits are ten seconds each. */
  Map<String, String> asSmtpConfig() {
    Map<String, String> smtp = new HashMap<>();
    smtp.put("host", host);
    smtp.put("port", String.valueOf(port));
    smtp.put("from", from);
    smtp.put("fromDisplayName", fromName);
    smtp.put("starttls", String.valueOf(encryption == Encryption.STARTTLS));
    smtp.put("ssl", String.valueOf(encryption == Encryption.SSL));
    smtp.put("auth", String.valueOf(user != null));
    if (user != null) {
      smtp.put("user", user);
      smtp.put("password", password);
    }
    return smtp;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailConfig[" + host + ":" + port + ", " + encryption + ", " + from + "]";
  }
}
